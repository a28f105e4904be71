package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Retention.OVERSIGHT;
import static io.latchkey.query.catalogue.Signal.ACCOUNT_DISABLED;
import static io.latchkey.query.catalogue.Signal.ACCOUNT_ENABLED;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_COMPROMISE;

import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.DeviceSuspended;
import io.latchkey.event.FreezingRefused;
import io.latchkey.event.LossLinkIssued;
import io.latchkey.event.LossReportRefused;
import io.latchkey.event.LossReported;
import io.latchkey.event.UnfreezingRefused;
import io.latchkey.event.UnfreezingRequested;
import java.util.List;

/** What was reported lost, and what its holder said was somebody else. */
final class LossEntries {

    private static final int ENABLE = 2;
    private static final int DISABLE = 5;
    private static final int PREAUTH = 6;
    private static final int LOCK = 9;
    private static final int UNLOCK = 12;
    private static final int UPDATE = 3;
    private static final int SUSPEND = 12;
    private static final int RESUME = 13;

    static final List<Entry> ALL = List.of(
            info(
                    LossLinkIssued.class,
                    authentication(PREAUTH),
                    "A link to report authenticator apps or devices lost was sent to the mailbox."),
            accepted(
                    LossReported.class,
                    authentication(PREAUTH),
                    "Without signing in, with one factor only, somebody reported all authenticator apps or all devices"
                            + " lost."),
            refused(
                    LossReportRefused.class,
                    authentication(PREAUTH),
                    "A report of a loss, with one factor only, was refused."),
            info(
                            AuthenticatorSuspended.class,
                            accountChange(LOCK),
                            "An authenticator app counts for nothing until a strong sign-in lifts that; the account still"
                                    + " asks for a second factor.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.AUTHENTICATOR_SUSPENDED),
            accepted(AuthenticatorResumed.class, accountChange(UNLOCK), "A suspended authenticator app counts again.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.AUTHENTICATOR_RESUMED),
            info(
                            DeviceSuspended.class,
                            entityManagement(SUSPEND),
                            "A trusted device counts for nothing until a strong sign-in lifts that; its sessions ended.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.DEVICE_SUSPENDED),
            accepted(DeviceResumed.class, entityManagement(RESUME), "A suspended device is trusted again.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.DEVICE_RESUMED),
            accepted(
                            AccountFrozen.class,
                            accountChange(DISABLE),
                            "Alarm: by the link of a notice somebody said that this was not them. Every way of recovery is"
                                    + " closed, every session ended, and what was bound since that notice counts for nothing.")
                    .signals(ACCOUNT_DISABLED, CREDENTIAL_COMPROMISE)
                    .tells(Notice.ACCOUNT_FROZEN),
            refused(FreezingRefused.class, accountChange(DISABLE), "The link of a notice did not freeze the account."),
            info(
                            UnfreezingRequested.class,
                            entityManagement(UPDATE),
                            "One of staff asked to unfreeze the account; a second one must approve.")
                    .kept(OVERSIGHT)
                    .tells(Notice.UNFREEZING_REQUESTED),
            refused(UnfreezingRefused.class, accountChange(ENABLE), "A wish of staff to {change} was refused.")
                    .kept(OVERSIGHT),
            accepted(
                            AccountUnfrozen.class,
                            accountChange(ENABLE),
                            "The ways of recovery are open again: by a strong sign-in, or by two of staff.")
                    .signals(ACCOUNT_ENABLED)
                    .tells(Notice.ACCOUNT_UNFROZEN));

    private LossEntries() {}
}
