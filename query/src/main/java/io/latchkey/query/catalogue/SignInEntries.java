package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.finding;
import static io.latchkey.query.catalogue.Retention.ROUTINE;
import static io.latchkey.query.catalogue.Signal.ASSURANCE_LEVEL_CHANGE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;
import static io.latchkey.query.catalogue.Signal.SESSION_REVOKED;

import io.latchkey.event.*;
import java.util.List;

/** Signing in, sessions and guesses. */
final class SignInEntries {

    private static final int LOGON = 1;
    private static final int LOGOFF = 2;
    private static final int TICKET = 3;
    private static final int PREAUTH = 6;
    private static final int LOCK = 9;
    private static final int OTHER = 99;

    static final List<Entry> ALL = List.of(
            info(DecoyOpened.class, finding(), "Somebody tried an address that has no account here."),
            accepted(
                    SignInBegun.class,
                    authentication(PREAUTH),
                    "The password was right; a second factor was asked for: {factors}."),
            refused(SignInRefused.class, authentication(LOGON), "A sign-in with {factor} was refused.")
                    .tells(Notice.WRONG_CODES),
            info(
                    EmailCodeIssued.class,
                    authentication(PREAUTH),
                    "A one-time code to sign in was sent to the mailbox of the account."),
            accepted(
                            EmailCodeAccepted.class,
                            authentication(LOGON),
                            "The one-time code from the mailbox was right; it cannot be used again.")
                    .tells(Notice.RECOVERY_SESSION_STARTED),
            accepted(
                    TotpAccepted.class,
                    authentication(LOGON),
                    "The code from the authenticator app was right; it cannot be used again."),
            accepted(
                            BackupCodeSpent.class,
                            authentication(LOGON),
                            "A backup code was used; it cannot be used again. Backup codes left: {codesLeft}.")
                    .tells(Notice.BACKUP_CODE_USED),
            accepted(SessionStarted.class, authentication(LOGON), "A {kind} began after {factors}.")
                    .signals(ASSURANCE_LEVEL_CHANGE),
            info(SessionRefreshed.class, authentication(TICKET), "A session was continued.")
                    .kept(ROUTINE),
            refused(SessionRefreshRefused.class, authentication(TICKET), "A session could not be continued.")
                    .tells(Notice.SESSION_COPIED),
            info(SessionEnded.class, authentication(LOGOFF), "A session ended.").signals(SESSION_REVOKED),
            info(SessionsEnded.class, authentication(LOGOFF), "Every session of the account but the one in use ended.")
                    .signals(SESSION_REVOKED),
            refused(
                    GuessCounted.class,
                    authentication(PREAUTH),
                    "A wrong try with {factor} was counted; after five in a row the account makes guessers wait."),
            info(
                            GuessesForgiven.class,
                            authentication(OTHER),
                            "After a right try with {factor} the count of wrong ones begins at nothing again.")
                    .kept(ROUTINE),
            info(
                            FactorDisabled.class,
                            accountChange(LOCK),
                            "After too many wrong tries {factor} is switched off until it is set up anew.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.FACTOR_DISABLED));

    private SignInEntries() {}
}
