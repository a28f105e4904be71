package io.latchkey.query.audit;

import io.latchkey.query.model.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The places of events in the trail: without a gap, given once, kept for ever. */
final class Positions {

    private final JdbcTemplate jdbc;
    private final boolean giving;

    /** Only the one live writer gives new places; a rebuild uses those that were given. */
    Positions(JdbcTemplate jdbc, boolean giving) {
        this.jdbc = jdbc;
        this.giving = giving;
    }

    Map<String, Long> of(List<Fact> facts) {
        var ids = facts.stream().map(Fact::eventId).toArray(String[]::new);
        var positions = new HashMap<String, Long>();
        jdbc.query(
                "select event_id, position from trail_position where event_id = any(?)",
                row -> {
                    positions.put(row.getString(1), row.getLong(2));
                },
                (Object) ids);
        if (giving) {
            give(facts, positions);
        }
        return positions;
    }

    /** Two writers at once would take the same number: the key lets one of them win, the other tries again. */
    private void give(List<Fact> facts, Map<String, Long> positions) {
        var given = new ArrayList<Object[]>();
        for (var fact : facts) {
            if (!positions.containsKey(fact.eventId())) {
                long next = given.isEmpty() ? last() + 1 : (Long) given.getLast()[0] + 1;
                positions.put(fact.eventId(), next);
                given.add(new Object[] {next, fact.eventId()});
            }
        }
        if (!given.isEmpty()) {
            jdbc.batchUpdate("insert into trail_position (position, event_id) values (?, ?)", given);
        }
    }

    private long last() {
        var last = jdbc.queryForObject("select coalesce(max(position), 0) from trail_position", Long.class);
        return last == null ? 0 : last;
    }
}
