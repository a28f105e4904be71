package io.latchkey.query.audit;

import io.latchkey.query.accounts.Mailboxes;
import io.latchkey.query.catalogue.Sentences;
import io.latchkey.query.model.Unsealed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes stored lines readable: unseals, masks and puts them in words. */
final class TrailRecords {

    private final Unsealed unsealed;
    private final Mailboxes mailboxes;

    TrailRecords(Unsealed unsealed, Mailboxes mailboxes) {
        this.unsealed = unsealed;
        this.mailboxes = mailboxes;
    }

    List<TrailRecord> of(List<TrailRow> rows) {
        var people = rows.stream()
                .flatMap(row -> Stream.of(row.actor(), row.accountId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var masked = mailboxes.masked(people);
        return rows.stream().map(row -> record(row, masked)).toList();
    }

    private TrailRecord record(TrailRow row, Map<String, String> masked) {
        var details = Details.read(row.details());
        var account = row.accountId();
        return new TrailRecord(
                row.eventId(),
                row.position(),
                row.at(),
                row.type(),
                row.outcome(),
                row.reason(),
                Sentences.of(row.type(), row.factor(), row.reason(), details),
                person(row.actor(), row.actorRole(), masked),
                account == null ? null : person(account, null, masked),
                row.recoveryId(),
                row.factor(),
                details,
                row.correlationId(),
                Masked.address(unsealed.text("Origin/client", row.sealedClient())),
                Masked.agent(unsealed.text("Origin/agent", row.sealedAgent())),
                row.policyVersion());
    }

    private static TrailRecord.Person person(String id, @Nullable String role, Map<String, String> masked) {
        return new TrailRecord.Person(id, role, masked.get(id));
    }
}
