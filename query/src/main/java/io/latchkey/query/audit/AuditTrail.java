package io.latchkey.query.audit;

import io.latchkey.event.AccountErased;
import io.latchkey.query.audit.TrailWriter.Line;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Journal;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the trail. What is here once is never written again, whoever sends it twice. */
public final class AuditTrail implements Journal {

    private static final String FORGET_CLIENTS = """
            update audit_record set sealed_client = null, sealed_agent = null
            where (actor = ? or account_id = ? and actor_role <> 'staff')
                and (sealed_client is not null or sealed_agent is not null)""";

    private final JdbcTemplate jdbc;
    private final boolean live;
    private final Positions positions;
    private final TrailWriter writer;

    private AuditTrail(JdbcTemplate jdbc, boolean live) {
        this.jdbc = jdbc;
        this.live = live;
        this.positions = new Positions(jdbc, live);
        this.writer = new TrailWriter(jdbc);
    }

    public static AuditTrail live(JdbcTemplate jdbc) {
        return new AuditTrail(jdbc, true);
    }

    /** Into an empty one, from a stream that tells everything once; leaves out what the live trail has not seen yet. */
    public static AuditTrail rebuilt(JdbcTemplate jdbc) {
        return new AuditTrail(jdbc, false);
    }

    @Override
    public List<Fact> append(List<Fact> facts) {
        var given = positions.of(facts);
        var seen = live ? seen(facts) : new HashSet<String>();
        var fresh = facts.stream()
                .filter(fact -> given.containsKey(fact.eventId()) && seen.add(fact.eventId()))
                .toList();
        var erasures = fresh.stream()
                .filter(fact -> fact.event() instanceof AccountErased)
                .toList();
        erasures.forEach(this::rememberErasure);
        var erased = erased(fresh);
        writer.append(fresh.stream()
                .map(fact ->
                        new Line(Objects.requireNonNull(given.get(fact.eventId())), fact, isForgotten(fact, erased)))
                .toList());
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
                        .flatMap(fact -> Stream.of(fact.accountId(), TrailWriter.actor(fact))
                                .filter(Objects::nonNull)));
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

    private static boolean isForgotten(Fact fact, Set<String> erased) {
        return erased.contains(TrailWriter.actor(fact))
                || (fact.accountId() != null
                        && erased.contains(fact.accountId())
                        && !TrailWriter.actorRole(fact).equals("staff"));
    }
}
