package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Retention.OVERSIGHT;
import static io.latchkey.query.catalogue.Signal.ACCOUNT_PURGED;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;

import io.latchkey.event.*;
import java.util.List;

/** The account, its devices, its password and its staff roles. */
final class HolderEntries {

    private static final int CREATE = 1;
    private static final int PASSWORD_CHANGE = 3;
    private static final int DELETE = 6;
    private static final int ENROLL = 6;
    private static final int UNENROLL = 7;
    private static final int PREAUTH = 6;
    private static final int ATTACH_POLICY = 7;
    private static final int DETACH_POLICY = 8;
    private static final int OTHER = 99;

    static final List<Entry> ALL = List.of(
            accepted(
                    AccountRegistered.class,
                    accountChange(CREATE),
                    "The account was opened; its mailbox is not proven yet."),
            info(
                    MailboxCodeIssued.class,
                    accountChange(OTHER),
                    "A code and a link to prove the mailbox were sent to the address given at registration."),
            accepted(
                    MailboxVerified.class,
                    authentication(PREAUTH),
                    "The mailbox was proven; the address belongs to this account now."),
            refused(
                    MailboxVerificationRefused.class,
                    authentication(PREAUTH),
                    "The code or link to prove the mailbox was refused."),
            accepted(
                            DeviceTrusted.class,
                            entityManagement(ENROLL),
                            "A device was trusted; on it the secret key is not asked for.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.DEVICE_TRUSTED),
            info(
                            DeviceForgotten.class,
                            entityManagement(UNENROLL),
                            "A device is no longer trusted; its sessions ended.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.DEVICE_FORGOTTEN),
            accepted(PasswordChanged.class, accountChange(PASSWORD_CHANGE), "The holder chose a new password.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.PASSWORD_CHANGED),
            refused(ChangeRefused.class, accountChange(OTHER), "A wish to {change} was refused."),
            accepted(
                            RoleGranted.class,
                            accountChange(ATTACH_POLICY),
                            "The account may work as staff in the role {role}.")
                    .kept(OVERSIGHT)
                    .tells(Notice.ROLE_GRANTED),
            info(
                            RoleRevoked.class,
                            accountChange(DETACH_POLICY),
                            "The account may no longer work as staff in the role {role}.")
                    .kept(OVERSIGHT)
                    .tells(Notice.ROLE_REVOKED),
            refused(
                            BootstrapRefused.class,
                            accountChange(ATTACH_POLICY),
                            "A one-time token to become the first admin was refused.")
                    .kept(OVERSIGHT),
            accepted(
                            AccountErased.class,
                            accountChange(DELETE),
                            "The account was erased; nothing personal in it can be read any more.")
                    .signals(ACCOUNT_PURGED));

    private HolderEntries() {}
}
