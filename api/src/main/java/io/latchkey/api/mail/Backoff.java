package io.latchkey.api.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failed attempt: from five seconds to five minutes, never two mails in step. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 6;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** After the first failure {@code failures} is one. */
    Duration after(int failures) {
        var full = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        var wait = full.compareTo(LONGEST) > 0 ? LONGEST : full;
        var shorter = 1 - JITTER * random.nextDouble();
        return Duration.ofMillis(Math.max(FIRST.toMillis(), (long) (wait.toMillis() * shorter)));
    }
}
