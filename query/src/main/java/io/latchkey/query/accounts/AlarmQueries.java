package io.latchkey.query.accounts;

import io.latchkey.query.model.Columns;
import io.latchkey.query.model.Unsealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers which accounts staff must look at. */
final class AlarmQueries {

    /** Anybody can register accounts and object to their notices. */
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;
    private final Clock clock;

    AlarmQueries(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
        this.clock = clock;
    }

    @QueryHandler
    FrozenAccounts answer(FindFrozenAccounts query) {
        return new FrozenAccounts(jdbc.query(
                "select account_view.*, audit_record.type as about from account_view"
                        + " left join audit_record on audit_record.event_id = account_view.frozen_by_notice"
                        + " where frozen_at is not null order by frozen_at desc, account_view.account_id limit ?",
                (row, number) -> account(row),
                MOST));
    }

    private FrozenAccount account(ResultSet row) throws SQLException {
        var id = row.getString("account_id");
        return new FrozenAccount(
                id,
                unsealed.mailbox(id, row.getString("sealed_email")),
                Columns.instant(row, "frozen_at"),
                row.getString("frozen_by_notice"),
                row.getString("about"),
                request(id, row));
    }

    private FrozenAccount.@Nullable UnfreezingRequest request(String accountId, ResultSet row) throws SQLException {
        var until = Columns.maybe(row, "unfreezing_until");
        return until == null || !clock.instant().isBefore(until)
                ? null
                : new FrozenAccount.UnfreezingRequest(
                        row.getString("unfreezing_by"),
                        unsealed.text("UnfreezingRequested/note/" + accountId, row.getString("sealed_unfreezing_note")),
                        until);
    }
}
