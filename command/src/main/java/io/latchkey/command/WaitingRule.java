package io.latchkey.command;

import java.time.Duration;

/** How long a way waits before it ends, and between what an operator may choose. */
public record WaitingRule(Duration standard, Duration least, Duration most) {

    public WaitingRule {
        if (least.isNegative() || least.compareTo(standard) > 0 || standard.compareTo(most) > 0) {
            throw new IllegalArgumentException("a waiting period must lie between its least and its most");
        }
    }

    public boolean allows(Duration chosen) {
        return chosen.compareTo(least) >= 0 && chosen.compareTo(most) <= 0;
    }
}
