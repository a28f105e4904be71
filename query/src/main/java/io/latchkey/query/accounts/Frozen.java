package io.latchkey.query.accounts;

import io.latchkey.query.model.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when every way of recovery is closed, and until when a second one of staff may approve to open them. */
public record Frozen(Instant since, @Nullable Instant approvableUntil) {

    static @Nullable Frozen of(ResultSet row, Instant now) throws SQLException {
        var since = Columns.maybe(row, "frozen_at");
        if (since == null) {
            return null;
        }
        var until = Columns.maybe(row, "unfreezing_until");
        return new Frozen(since, until != null && now.isBefore(until) ? until : null);
    }
}
