package io.latchkey.command.account;

import io.latchkey.event.LossLinkIssued;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts for nothing, when everything was bound that may have to, and how its holder answered. */
final class Suspensions {

    /** The mailed link by which a loss is reported, good once. */
    record Link(LossLinkIssued issued, boolean spent) {}

    private final Map<String, Instant> boundAt = new HashMap<>();
    private final Set<String> suspended = new HashSet<>();
    private Instant answeredAt = Instant.EPOCH;
    private Instant linkAskedAt = Instant.EPOCH;
    private boolean unanswered;
    private @Nullable Link link;

    /** Whoever binds something has more than the one factor by which a loss is reported. */
    void bind(String id, Instant at) {
        boundAt.put(id, at);
        if (unanswered) {
            answer(at);
        }
    }

    void suspend(String id) {
        suspended.add(id);
        unanswered = true;
    }

    void lift(String id, Instant at) {
        suspended.remove(id);
        answer(at);
    }

    private void answer(Instant at) {
        answeredAt = at;
        unanswered = false;
    }

    void forget(String id) {
        suspended.remove(id);
        boundAt.remove(id);
    }

    void askForLink(Instant at) {
        linkAskedAt = at;
    }

    void issue(LossLinkIssued event, Instant at) {
        askForLink(at);
        link = new Link(event, false);
    }

    void spendLink() {
        link = link == null ? null : new Link(link.issued, true);
    }

    void clear() {
        boundAt.clear();
        suspended.clear();
        link = null;
    }

    boolean has(String id) {
        return suspended.contains(id);
    }

    boolean boundSince(String id, Instant at) {
        return !boundAt.getOrDefault(id, Instant.EPOCH).isBefore(at);
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant linkAskedAt() {
        return linkAskedAt;
    }

    @Nullable
    Link link() {
        return link;
    }
}
