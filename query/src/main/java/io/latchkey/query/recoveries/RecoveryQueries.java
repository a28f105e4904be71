package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.query.accounts.Mailboxes;
import io.latchkey.query.audit.Trail;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers how a recovery goes. */
final class RecoveryQueries {

    private final RecoveryTable table;
    private final Trail trail;
    private final Mailboxes mailboxes;

    RecoveryQueries(RecoveryTable table, Trail trail, Mailboxes mailboxes) {
        this.table = table;
        this.trail = trail;
        this.mailboxes = mailboxes;
    }

    @QueryHandler
    @Nullable
    RecoveryStatus answer(FindRecoveryStatus query) {
        return table.find(query.recoveryId())
                .map(row -> new RecoveryStatus(
                        row.recoveryId(),
                        row.accountId(),
                        row.status(),
                        row.missing(),
                        row.expiresAt(),
                        row.way(),
                        row.completesAt(),
                        approvals(row)))
                .orElse(null);
    }

    private @Nullable Integer approvals(RecoveryRow row) {
        return row.way() == Way.CONTACTS && row.status().runs() ? table.approvals(row.recoveryId()) : null;
    }

    @QueryHandler
    @Nullable
    RecoveryCase answer(FindRecovery query) {
        return table.find(query.recoveryId()).map(this::file).orElse(null);
    }

    private RecoveryCase file(RecoveryRow row) {
        return new RecoveryCase(
                row.recoveryId(),
                row.accountId(),
                mailboxes.masked(Set.of(row.accountId())).get(row.accountId()),
                row.known(),
                row.knownClient(),
                row.policyVersion(),
                row.status(),
                row.proven(),
                row.missing(),
                row.startedAt(),
                row.expiresAt(),
                row.endedAt(),
                row.endReason(),
                trail.stepsOf(row.recoveryId()),
                row.way(),
                row.completesAt());
    }
}
