package io.latchkey.query.replay;

import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The read models once more, in temporary tables of the same names. In its connection they hide the live ones, so the very
 * same projections write them.
 */
final class Shadow {

    private static final List<Copied> TABLES = List.of(
            new Copied("erased_account", "account_id"),
            new Copied("account_view", "account_id"),
            new Copied("authenticator_view", "authenticator_id"),
            new Copied("session_view", "session_id"),
            new Copied("device_view", "device_id"),
            new Copied("recovery_view", "recovery_id"),
            new Copied("group_view", "group_id"),
            new Copied("group_member_view", "member_id"),
            new Copied("group_invitation_view", "invitation_id"),
            new Copied("group_recovery_view", "recovery_id"),
            new Copied("group_consent_view", "consent_id"),
            new Copied("contact_view", "contact_id"),
            new Copied("contact_approval_view", "approval_id"));
    private static final Copied TRAIL = new Copied("audit_record", "position");
    private static final long BLOCK = 200_000;
    /** What does not fit goes to files and back, row by row. Kept by the session; it cannot be changed in it later. */
    private static final String BUFFERS = "64MB";

    private record Copied(String table, String key) {}

    private final JdbcTemplate jdbc;
    private final Memory memory;
    private final String live;
    private List<Fact> waiting = List.of();
    private long events;

    Shadow(JdbcTemplate jdbc, Function<JdbcTemplate, Memory> memories) {
        this.jdbc = jdbc;
        this.memory = memories.apply(jdbc);
        this.live = jdbc.queryForObject("select quote_ident(current_schema())", String.class) + ".";
        jdbc.execute("set temp_buffers = '" + BUFFERS + "'");
        TABLES.forEach(copied -> jdbc.execute(
                "create temp table %s (like %s%s including all)".formatted(copied.table, live, copied.table)));
        jdbc.execute("create temp table audit_record (like " + live + "audit_record including defaults)");
        jdbc.execute("create unique index on pg_temp.audit_record (position)");
        jdbc.execute("create index on pg_temp.audit_record (account_id)");
        jdbc.execute("create index on pg_temp.audit_record (actor)");
    }

    /** Every table of the read models but the trail. */
    static List<String> tables() {
        return TABLES.stream().map(Copied::table).toList();
    }

    /** What the live trail has no place for yet waits, so that both end with the same events. */
    void project(List<Fact> facts) {
        var asked = new ArrayList<>(waiting);
        asked.addAll(facts);
        var placed = memory.project(asked).stream().map(Fact::eventId).collect(Collectors.toSet());
        waiting =
                asked.stream().filter(fact -> !placed.contains(fact.eventId())).toList();
        events += placed.size();
    }

    long events() {
        return events;
    }

    /** From here to the end of the transaction the live trail stands still; answers how many events it has. */
    long halt() {
        allowAnyTime();
        jdbc.execute("lock table trail_position in share row exclusive mode");
        var last = jdbc.queryForObject("select coalesce(max(position), 0) from trail_position", Long.class);
        return last == null ? 0 : last;
    }

    /** The limit for transactions is for those that write events. */
    private void allowAnyTime() {
        jdbc.queryForList("select set_config('transaction_timeout', '0', true)"
                + " where current_setting('server_version_num')::int >= 170000");
    }

    /** Makes the live rows equal to these and answers how many were not. */
    long correct() {
        long corrected = 0;
        for (var copied : TABLES) {
            corrected += correct(copied, "");
        }
        for (long from = 0; from <= events; from += BLOCK) {
            corrected += correct(TRAIL, " where position > %d and position <= %d".formatted(from, from + BLOCK));
        }
        return corrected + correct(TRAIL, " where position > " + events);
    }

    private long correct(Copied copied, String range) {
        var kept = "select * from " + live + copied.table + range;
        var told = "select * from pg_temp." + copied.table + range;
        long removed = jdbc.update(
                "with wrong as (%s except all %s) delete from %s%s kept using wrong where kept.%s = wrong.%s"
                        .formatted(kept, told, live, copied.table, copied.key, copied.key));
        long added = jdbc.update("insert into %s%s %s except all %s".formatted(live, copied.table, told, kept));
        return Math.max(removed, added);
    }
}
