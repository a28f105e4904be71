package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.command.WayRule;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** What recovery contacts are worth to an account: those who count and could help today, and whether it is time to look at them. */
final class Confidants {

    record Worth(boolean enough, boolean toReview) {}

    private static final String COUNT = """
            select count(*) filter (where c.accepted_at <= ? and %s) as ripe,
                count(*) filter (where c.reviewed_at <= ?) as old
            from contact_view c join account_view a on a.account_id = c.contact_account_id
            where c.account_id = ? and c.accepted_at is not null""".formatted(Standing.STANDS);

    private final JdbcTemplate jdbc;
    private final WayRule rule;
    private final Clock clock;

    Confidants(JdbcTemplate jdbc, WayRule rule, Clock clock) {
        this.jdbc = jdbc;
        this.rule = rule;
        this.clock = clock;
    }

    Worth of(String accountId) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.query(
                        COUNT,
                        (row, number) -> new Worth(row.getInt("ripe") >= rule.approvals(), row.getInt("old") > 0),
                        now.minus(rule.quarantine()),
                        now.minus(Limits.CONTACT_REVIEW),
                        accountId)
                .getFirst();
    }
}
