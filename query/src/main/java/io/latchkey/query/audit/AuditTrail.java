package io.latchkey.query.audit;

import io.latchkey.event.AccountErased;
import io.latchkey.event.Origin;
import io.latchkey.query.catalogue.Catalogue;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Journal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the trail. What is here once is never written again, whoever sends it twice. */
public final class AuditTrail implements Journal {

    private static final String APPEND = """
            insert into audit_record (position, event_id, aggregate_id, sequence, at, type, account_id, recovery_id, actor,
                actor_role, outcome, reason, factor, details, correlation_id, client_key, sealed_client, sealed_agent,
                policy_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""";
    private static final String FORGET_CLIENTS = """
            update audit_record set sealed_client = null, sealed_agent = null
            where (actor = ? or account_id = ? and actor_role <> 'staff')
                and (sealed_client is not null or sealed_agent is not null)""";

    private final JdbcTemplate jdbc;
    private final Positions positions;

    private AuditTrail(JdbcTemplate jdbc, boolean givesPositions) {
        this.jdbc = jdbc;
        this.positions = new Positions(jdbc, givesPositions);
    }

    public static AuditTrail live(JdbcTemplate jdbc) {
        return new AuditTrail(jdbc, true);
    }

    /** Leaves out what the live trail has not seen yet. */
    public static AuditTrail rebuilt(JdbcTemplate jdbc) {
        return new AuditTrail(jdbc, false);
    }

    @Override
    public List<Fact> append(List<Fact> facts) {
        var given = positions.of(facts);
        var seen = seen(facts);
        var fresh = facts.stream()
                .filter(fact -> given.containsKey(fact.eventId()) && seen.add(fact.eventId()))
                .toList();
        var erasures = fresh.stream()
                .filter(fact -> fact.event() instanceof AccountErased)
                .toList();
        erasures.forEach(this::rememberErasure);
        var erased = erased(fresh);
        var rows = new ArrayList<Object[]>();
        for (var fact : fresh) {
            rows.add(row(Objects.requireNonNull(given.get(fact.eventId())), fact, erased));
        }
        jdbc.batchUpdate(APPEND, rows);
        erasures.forEach(fact -> jdbc.update(FORGET_CLIENTS, fact.accountId(), fact.accountId()));
        return fresh;
    }

    @Override
    public void forget() {
        jdbc.execute("truncate audit_record, erased_account");
    }

    private Set<String> seen(List<Fact> facts) {
        return strings(
                "select event_id from audit_record where event_id = any(?)",
                facts.stream().map(Fact::eventId));
    }

    private Set<String> erased(List<Fact> facts) {
        return strings(
                "select account_id from erased_account where account_id = any(?)",
                facts.stream()
                        .flatMap(
                                fact -> Stream.of(fact.accountId(), actor(fact)).filter(Objects::nonNull)));
    }

    private Set<String> strings(String sql, Stream<String> values) {
        var distinct = values.distinct().toArray(String[]::new);
        return new HashSet<>(jdbc.queryForList(sql, String.class, (Object) distinct));
    }

    private void rememberErasure(Fact fact) {
        jdbc.update(
                "insert into erased_account (account_id, at) values (?, ?) on conflict do nothing",
                fact.accountId(),
                fact.at().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Object[] row(long position, Fact fact, Set<String> erased) {
        var event = fact.event();
        var role = Objects.requireNonNullElse(fact.origin(Origin.ACTOR_ROLE), "system");
        boolean forgotten = erased.contains(actor(fact))
                || (fact.accountId() != null && erased.contains(fact.accountId()) && !role.equals("staff"));
        return new @Nullable Object[] {
            position,
            fact.eventId(),
            fact.aggregateId(),
            fact.sequence(),
            fact.at().atOffset(ZoneOffset.UTC),
            event.getClass().getSimpleName(),
            fact.accountId(),
            Details.text(event, "recoveryId"),
            actor(fact),
            role,
            Catalogue.of(event).outcome().name(),
            Details.word(event, "reason"),
            Details.word(event, "factor"),
            Details.json(event),
            fact.origin(Origin.CORRELATION_ID),
            fact.origin(Origin.CLIENT_KEY),
            forgotten ? null : fact.origin(Origin.CLIENT),
            forgotten ? null : fact.origin(Origin.AGENT),
            Details.text(event, "policyVersion")
        };
    }

    private static String actor(Fact fact) {
        return Objects.requireNonNullElse(fact.origin(Origin.ACTOR), "system");
    }
}
