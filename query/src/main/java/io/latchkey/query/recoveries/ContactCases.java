package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;

/** The head of a case that began as any other and goes on with recovery contacts: two aggregates write one row. */
final class ContactCases {

    private ContactCases() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case ContactRecoveryStarted event -> {
                writes.about(event.recoveryId());
                writes.add(
                        "update recovery_view set way = ?, policy_version = ?, expires_at = ? where recovery_id = ?",
                        Way.CONTACTS,
                        event.policyVersion(),
                        event.expiresAt(),
                        event.recoveryId());
            }
            case ContactRecoveryScheduled event -> {
                writes.about(event.recoveryId());
                writes.add(
                        "update recovery_view set status = 'WAITING', completes_at = ?, expires_at = ?"
                                + " where recovery_id = ?",
                        event.completesAt(),
                        event.expiresAt(),
                        event.recoveryId());
            }
            case LatchkeyEvent other -> {}
        }
    }
}
