package io.latchkey.command.account;

import io.latchkey.event.LossLinkIssued;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was reported lost and counts for nothing, and when everything was bound that may have to be. */
final class Suspensions {

    /** The mailed link by which a loss is reported, good once. */
    record Link(LossLinkIssued issued, Instant sentAt, boolean spent) {}

    private final Map<String, Instant> boundAt = new HashMap<>();
    private final Set<String> suspended = new HashSet<>();
    private Instant liftedAt = Instant.EPOCH;
    private @Nullable Link link;

    void bind(String id, Instant at) {
        boundAt.put(id, at);
    }

    void suspend(String id) {
        suspended.add(id);
    }

    void lift(String id, Instant at) {
        suspended.remove(id);
        liftedAt = at;
    }

    void forget(String id) {
        suspended.remove(id);
        boundAt.remove(id);
    }

    void issue(LossLinkIssued event, Instant at) {
        link = new Link(event, at, false);
    }

    void spendLink() {
        link = link == null ? null : new Link(link.issued, link.sentAt, true);
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

    Instant liftedAt() {
        return liftedAt;
    }

    @Nullable
    Link link() {
        return link;
    }
}
