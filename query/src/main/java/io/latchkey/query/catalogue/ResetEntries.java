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

import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetExpired;
import io.latchkey.event.SecondFactorResetJoined;
import io.latchkey.event.SecondFactorResetProofRefused;
import io.latchkey.event.SecondFactorResetRefused;
import io.latchkey.event.SecondFactorResetReminded;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.event.SecondFactorsReset;
import java.util.List;

/** Taking the second factors off after a waiting period. */
final class ResetEntries {

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int CLOSE = 4;
    private static final int PREAUTH = 6;
    private static final int FACTOR_DISABLE = 11;

    static final List<Entry> ALL = List.of(
            info(
                    SecondFactorResetStarted.class,
                    entityManagement(CREATE),
                    "Somebody with the right password asked to have the authenticator apps and backup codes taken off;"
                            + " a code and a link went to the mailbox."),
            info(
                    SecondFactorResetJoined.class,
                    entityManagement(UPDATE),
                    "A second request to take off the second factors joined the one that runs; its time did not change."),
            refused(
                    SecondFactorResetProofRefused.class,
                    authentication(PREAUTH),
                    "To take off the second factors, {factor} was refused."),
            refused(SecondFactorResetRefused.class, entityManagement(UPDATE), "A wish to {change} was refused."),
            accepted(
                            SecondFactorResetScheduled.class,
                            authentication(PREAUTH),
                            "The mailbox was proven; the authenticator apps and backup codes are taken off at"
                                    + " {completesAt}, unless the holder stops it.")
                    .signals(RECOVERY_ACTIVATED)
                    .tells(Notice.RESET_WAITING),
            info(
                            SecondFactorResetReminded.class,
                            entityManagement(UPDATE),
                            "The holder was told again that the second factors are taken off at {completesAt}.")
                    .tells(Notice.RESET_REMINDED),
            info(
                            SecondFactorResetCancelled.class,
                            entityManagement(CLOSE),
                            "The second factors stay: the request to take them off was stopped.")
                    .tells(Notice.RESET_CANCELLED),
            info(
                    SecondFactorResetExpired.class,
                    entityManagement(CLOSE),
                    "Nobody proved the mailbox in time; the request to take off the second factors is void."),
            accepted(
                            SecondFactorsReset.class,
                            accountChange(FACTOR_DISABLE),
                            "The waiting period is over: authenticator apps and backup codes were taken off, sessions"
                                    + " ended, an authenticator app must be set up anew.")
                    .signals(CREDENTIAL_CHANGE, CREDENTIAL_CHANGE_REQUIRED, SESSION_REVOKED)
                    .tells(Notice.SECOND_FACTORS_RESET));

    private ResetEntries() {}
}
