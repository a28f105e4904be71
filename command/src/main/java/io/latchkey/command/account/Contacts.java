package io.latchkey.command.account;

import io.latchkey.command.Limits;
import io.latchkey.event.ContactNamed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whom the holder asked to be a recovery contact, and who is one. */
final class Contacts {

    record Contact(
            String id,
            String accountId,
            Instant expiresAt,
            @Nullable Instant acceptedAt) {

        private boolean is(String otherAccountId) {
            return accountId.equals(otherAccountId);
        }

        private boolean there(Instant now) {
            return acceptedAt != null || now.isBefore(expiresAt);
        }

        boolean ripe(Duration quarantine, Instant now) {
            return acceptedAt != null && !now.isBefore(acceptedAt.plus(quarantine));
        }
    }

    private final Map<String, Contact> all = new LinkedHashMap<>();
    private Instant lookedAt = Instant.EPOCH;

    void name(ContactNamed event, Instant at) {
        all.values().removeIf(old -> !old.there(at));
        var id = event.contactId();
        all.put(id, new Contact(id, event.contactAccountId(), event.expiresAt(), null));
    }

    void accept(String contactId, Instant at) {
        all.computeIfPresent(contactId, (id, old) -> new Contact(id, old.accountId, old.expiresAt, at));
    }

    void remove(String contactId) {
        all.remove(contactId);
    }

    /** The holder did, or was told to. */
    void lookAt(Instant at) {
        lookedAt = at;
    }

    /** A year after the holder saw the oldest one last. */
    @Nullable
    Instant nextReview() {
        return accepted().stream()
                .map(Contact::acceptedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(oldest -> oldest.isBefore(lookedAt) ? lookedAt : oldest)
                .map(seen -> seen.plus(Limits.CONTACT_REVIEW))
                .orElse(null);
    }

    void clear() {
        all.clear();
    }

    int size(Instant now) {
        return (int) all.values().stream().filter(one -> one.there(now)).count();
    }

    List<Contact> accepted() {
        return all.values().stream().filter(one -> one.acceptedAt != null).toList();
    }

    /** Asked, and not too long ago, or accepted. */
    @Nullable
    Contact find(String contactId, Instant now) {
        var found = all.get(contactId);
        return found != null && found.there(now) ? found : null;
    }

    @Nullable
    Contact acceptedBy(String accountId) {
        return accepted().stream().filter(one -> one.is(accountId)).findFirst().orElse(null);
    }
}
