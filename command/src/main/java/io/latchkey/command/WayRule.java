package io.latchkey.command;

import io.latchkey.value.Factor;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** What one way back asks for: proofs over distinct channels, time, a settled mailbox, the consent of others. */
public record WayRule(
        Way way, List<Factor> proofs, List<Channel> channels, WaitingRule waiting, Duration quarantine, int approvals) {

    public WayRule {
        proofs = List.copyOf(proofs);
        channels = List.copyOf(channels);
        require(
                proofs.stream().map(Channel::of).toList().equals(channels),
                way + " must name the channel of each of its proofs, in their order");
        require(
                new HashSet<>(channels).size() == channels.size() && channels.size() + approvals > 1,
                way + " must take at least two proofs or approvals, each over a channel of its own");
        require(!quarantine.isNegative() && approvals >= 0, way + " must have no negative number");
    }

    public List<Factor> missing(Collection<Factor> proven) {
        return proofs.stream().filter(needed -> !proven.contains(needed)).toList();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
