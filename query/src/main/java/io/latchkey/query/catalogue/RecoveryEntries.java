package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE_REQUIRED;
import static io.latchkey.query.catalogue.Signal.RECOVERY_ACTIVATED;
import static io.latchkey.query.catalogue.Signal.SESSION_REVOKED;

import io.latchkey.event.*;
import java.util.List;

/** The way back into an account, from its start to its end. */
final class RecoveryEntries {

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int CLOSE = 4;
    private static final int PASSWORD_RESET = 4;
    private static final int PREAUTH = 6;

    static final List<Entry> ALL = List.of(
            info(
                            RecoveryStarted.class,
                            entityManagement(CREATE),
                            "A way back was asked for; a code and a link went to the mailbox if there is an account.")
                    .tells(Notice.RECOVERY_STARTED),
            accepted(RecoveryProofAccepted.class, authentication(PREAUTH), "In a recovery, {factor} was accepted.")
                    .signals(RECOVERY_ACTIVATED),
            refused(RecoveryProofRefused.class, authentication(PREAUTH), "In a recovery, {factor} was refused."),
            refused(
                    RecoveryRefused.class,
                    entityManagement(UPDATE),
                    "The end of a recovery was asked for and refused."),
            accepted(
                            AccountRecovered.class,
                            accountChange(PASSWORD_RESET),
                            "The holder is back in: new password and secret key; every session ended, devices must sign"
                                    + " in again, authenticator apps must be set up anew.")
                    .signals(CREDENTIAL_CHANGE, CREDENTIAL_CHANGE_REQUIRED, SESSION_REVOKED)
                    .tells(Notice.ACCOUNT_RECOVERED),
            info(
                    WrappedKeyReleased.class,
                    accountChange(PASSWORD_RESET),
                    "The key that the holder's client had wrapped was given back with the new credentials."),
            accepted(RecoveryCompleted.class, entityManagement(CLOSE), "The recovery reached its end."),
            info(RecoveryExpired.class, entityManagement(CLOSE), "Nobody finished the recovery in time."),
            info(RecoveryCancelled.class, entityManagement(CLOSE), "The recovery was called off.")
                    .tells(Notice.RECOVERY_CANCELLED));

    private RecoveryEntries() {}
}
