package io.latchkey.query.accounts;

import io.latchkey.command.Policy;
import io.latchkey.query.model.Columns;
import io.latchkey.value.Factor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How ready an account is, from its row and its parts, as the clock sees them. */
final class ReadinessReader {

    private final Policy policy;
    private final Clock clock;

    ReadinessReader(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** While the account is frozen it is not the time to add anything. */
    List<ReadinessCase> read(ResultSet row, Parts parts) throws SQLException {
        var now = clock.instant();
        var has = holdings(row, parts, now);
        var waits = Waits.of(policy, now, Columns.maybe(row, "mailbox_verified_at"));
        return row.getObject("frozen_at") == null
                ? Readiness.of(has, waits)
                : Readiness.of(has.frozen(), waits).stream()
                        .map(ReadinessCase::withoutAdvice)
                        .toList();
    }

    private static Holdings holdings(ResultSet row, Parts parts, Instant now) throws SQLException {
        var disabled = Columns.words(row, "disabled", Factor::valueOf);
        boolean codesLeft = parts.secondFactor() && row.getInt("backup_codes_left") > 0;
        boolean recoveryCode = row.getString("recovery_code_id") != null;
        return devices(parts.countingDevices(), now)
                .with(Holding.MAILBOX, row.getObject("mailbox_verified_at") != null)
                .with(Holding.MAILED_CODES, !disabled.contains(Factor.EMAIL_CODE))
                .with(Holding.SECOND_FACTOR, parts.secondFactor())
                .with(Holding.AUTHENTICATOR, parts.activeAuthenticator() && !disabled.contains(Factor.TOTP))
                .with(Holding.BACKUP_CODES, codesLeft && !disabled.contains(Factor.BACKUP_CODE))
                .with(Holding.RECOVERY_CODE, recoveryCode && !disabled.contains(Factor.RECOVERY_CODE))
                .with(Holding.CONTACTS, parts.contacts().enough())
                .with(Holding.ORGANIZER, parts.organizers().one())
                .with(Holding.TWO_ORGANIZERS, parts.organizers().two());
    }

    private static Holdings devices(List<DeviceLine> counting, Instant now) {
        int bound =
                (int) counting.stream().filter(device -> device.keyCounts(now)).count();
        return new Holdings(Set.of(), counting.size(), bound);
    }
}
