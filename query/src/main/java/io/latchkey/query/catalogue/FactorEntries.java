package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Retention.ROUTINE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;
import static io.latchkey.query.catalogue.Signal.RECOVERY_INFORMATION_CHANGED;

import io.latchkey.event.*;
import java.util.List;

/** Authenticators, backup codes and the recovery code. */
final class FactorEntries {

    private static final int FACTOR_ENABLE = 10;
    private static final int FACTOR_DISABLE = 11;
    private static final int OTHER = 99;

    static final List<Entry> ALL = List.of(
            info(
                    TotpEnrolmentStarted.class,
                    accountChange(OTHER),
                    "A new authenticator app was offered; it counts after its first right code."),
            accepted(TotpEnrolled.class, accountChange(FACTOR_ENABLE), "An authenticator app was added.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.AUTHENTICATOR_ADDED),
            refused(
                    TotpEnrolmentRefused.class,
                    accountChange(FACTOR_ENABLE),
                    "The first code of a new authenticator app was refused."),
            info(AuthenticatorRenamed.class, accountChange(OTHER), "An authenticator app was given another name.")
                    .kept(ROUTINE),
            accepted(AuthenticatorRemoved.class, accountChange(FACTOR_DISABLE), "An authenticator app was removed.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.AUTHENTICATOR_REMOVED),
            accepted(
                            BackupCodesGenerated.class,
                            accountChange(OTHER),
                            "New backup codes were made; codes from before no longer work.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.BACKUP_CODES_REPLACED),
            info(BackupCodesAcknowledged.class, accountChange(OTHER), "The holder said the backup codes are saved."),
            info(
                            BackupCodesRevoked.class,
                            accountChange(OTHER),
                            "The backup codes went with the last authenticator app.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.BACKUP_CODES_REVOKED),
            info(
                    RecoveryCodeGenerated.class,
                    accountChange(OTHER),
                    "A recovery code was shown; it counts after it was typed back."),
            info(
                    RecoveryVerifierDeposited.class,
                    accountChange(OTHER),
                    "A client made a recovery code itself and left its verifier; it counts after it was sent once more."),
            accepted(
                            RecoveryCodeActivated.class,
                            accountChange(OTHER),
                            "A recovery code was typed back and is good from now on; one from before is not.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.RECOVERY_CODE_ACTIVATED),
            refused(
                    RecoveryCodeConfirmationRefused.class,
                    accountChange(OTHER),
                    "The recovery code typed back was refused."),
            info(RecoveryCodeRevoked.class, accountChange(OTHER), "A recovery code no longer works.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.RECOVERY_CODE_REVOKED),
            info(
                    RecoveryKitMade.class,
                    accountChange(OTHER),
                    "A recovery kit of a code that was just made was handed out; nothing of it is kept here."),
            refused(
                    RecoveryKitRefused.class,
                    accountChange(OTHER),
                    "A recovery kit was refused, because the code given for it was not the one just made."));

    private FactorEntries() {}
}
