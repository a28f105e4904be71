package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.command.Policy;
import io.latchkey.command.Way;
import io.latchkey.query.model.Columns;
import io.latchkey.query.model.Unsealed;
import io.latchkey.value.Fingerprint;
import io.latchkey.value.Role;
import io.latchkey.value.TotpAlgorithm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts as the clock sees them: what waited too long is no longer pending. */
final class AccountTable {

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;
    private final Clock clock;
    private final Confidants confidants;
    private final Organizers organizers;
    private final ReadinessReader readiness;

    AccountTable(JdbcTemplate jdbc, Unsealed unsealed, Clock clock, Policy policy) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
        this.clock = clock;
        this.confidants = new Confidants(jdbc, policy.rule(Way.CONTACTS), clock);
        this.organizers = new Organizers(jdbc, policy, clock);
        this.readiness = new ReadinessReader(policy, clock);
    }

    @Nullable
    AccountOverview find(String accountId, int sessions) {
        var parts = new Parts(
                authenticators(accountId), devices(accountId), confidants.of(accountId), organizers.of(accountId));
        return jdbc
                .query(
                        "select * from account_view where account_id = ?",
                        (row, number) -> overview(row, parts, sessions),
                        accountId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    List<StaffLine> staff() {
        return jdbc.query(
                "select account_id, sealed_email, sealed_name, roles from account_view where roles <> '{}'"
                        + " order by account_id",
                (row, number) -> new StaffLine(
                        row.getString("account_id"),
                        unsealed.mailbox(row.getString("account_id"), row.getString("sealed_email")),
                        unsealed.name(row.getString("account_id"), row.getString("sealed_name")),
                        Columns.words(row, "roles", Role::valueOf)));
    }

    List<DeviceLine> devices(String accountId) {
        return jdbc.query(
                "select * from device_view where account_id = ? and last_used_at > ? order by trusted_at, device_id",
                (row, number) -> device(accountId, row),
                accountId,
                now().minus(Limits.DEVICE_UNUSED));
    }

    private List<AuthenticatorLine> authenticators(String accountId) {
        return jdbc.query(
                "select * from authenticator_view where account_id = ?"
                        + " and (status in ('ACTIVE', 'SUSPENDED') or status = 'PENDING' and expires_at > ?)"
                        + " order by started_at, authenticator_id",
                (row, number) -> authenticator(accountId, row),
                accountId,
                now());
    }

    private AccountOverview overview(ResultSet row, Parts parts, int sessions) throws SQLException {
        var id = row.getString("account_id");
        var frozen = Frozen.of(row, clock.instant());
        var backupCodes = BackupCodesLine.of(
                row.getString("backup_set_id"),
                row.getInt("backup_codes_left"),
                row.getBoolean("backup_codes_acknowledged"));
        var recoveryCode = recoveryCode(row);
        return new AccountOverview(
                id,
                unsealed.mailbox(id, row.getString("sealed_email")),
                unsealed.name(id, row.getString("sealed_name")),
                row.getObject("mailbox_verified_at") != null,
                parts.secondFactor(),
                row.getBoolean("reenrolment_required"),
                parts.authenticators(),
                backupCodes,
                recoveryCode,
                sessions,
                Columns.words(row, "roles", Role::valueOf),
                readiness.read(row, parts),
                reminders(parts, backupCodes, recoveryCode, frozen),
                pendingReset(row),
                frozen);
    }

    private List<Reminder> reminders(
            Parts parts, BackupCodesLine backupCodes, RecoveryCodeLine recoveryCode, @Nullable Frozen frozen) {
        var ofLosses = Reminders.ofLosses(parts.authenticators(), parts.devices(), frozen);
        var others =
                Reminders.of(backupCodes, recoveryCode, parts.countingDevices(), parts.contacts(), clock.instant());
        return Stream.concat(ofLosses.stream(), others.stream()).toList();
    }

    private static @Nullable PendingReset pendingReset(ResultSet row) throws SQLException {
        var id = row.getString("reset_id");
        return id == null ? null : new PendingReset(id, Columns.instant(row, "reset_completes_at"));
    }

    private RecoveryCodeLine recoveryCode(ResultSet row) throws SQLException {
        var activatedAt = Columns.maybe(row, "recovery_code_activated_at");
        if (activatedAt != null) {
            return new RecoveryCodeLine("active", activatedAt, fingerprint(row, "recovery_code_id"));
        }
        var shownAt = Columns.maybe(row, "pending_recovery_code_at");
        boolean pending = shownAt != null && clock.instant().isBefore(shownAt.plus(Limits.RECOVERY_CODE_CONFIRMATION));
        return pending
                ? new RecoveryCodeLine("pending", null, fingerprint(row, "pending_recovery_code_id"))
                : new RecoveryCodeLine("none", null, null);
    }

    private static String fingerprint(ResultSet row, String column) throws SQLException {
        return Fingerprint.of(row.getString(column)).value();
    }

    private AuthenticatorLine authenticator(String accountId, ResultSet row) throws SQLException {
        return new AuthenticatorLine(
                row.getString("authenticator_id"),
                unsealed.text("AuthenticatorName/" + accountId, row.getString("sealed_name")),
                TotpAlgorithm.valueOf(row.getString("algorithm")),
                row.getInt("digits"),
                row.getString("status").toLowerCase(Locale.ROOT),
                Columns.maybe(row, "enrolled_at"),
                Columns.maybe(row, "last_used_at"));
    }

    private DeviceLine device(String accountId, ResultSet row) throws SQLException {
        var lastUsedAt = Columns.instant(row, "last_used_at");
        var keyBoundAt = Columns.maybe(row, "key_bound_at");
        return new DeviceLine(
                row.getString("device_id"),
                unsealed.text("DeviceTrusted/name/" + accountId, row.getString("sealed_name")),
                Columns.instant(row, "trusted_at"),
                lastUsedAt,
                lastUsedAt.plus(Limits.DEVICE_UNUSED),
                keyBoundAt != null,
                keyBoundAt == null ? null : keyBoundAt.plus(Limits.DEVICE_KEY_QUARANTINE),
                row.getObject("suspended_at") != null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
