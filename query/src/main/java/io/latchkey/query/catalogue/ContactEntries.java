package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Signal.RECOVERY_ACTIVATED;
import static io.latchkey.query.catalogue.Signal.RECOVERY_INFORMATION_CHANGED;

import io.latchkey.event.ContactAccepted;
import io.latchkey.event.ContactApprovalAsked;
import io.latchkey.event.ContactInvitationReceived;
import io.latchkey.event.ContactNamed;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactReviewDue;
import io.latchkey.event.ContactWishRefused;
import io.latchkey.event.ContactsReviewed;
import io.latchkey.event.RecoveryHandedOver;
import java.util.List;

/** Recovery contacts, and the way back with their help. */
final class ContactEntries {

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int ENROLL = 6;
    private static final int PREAUTH = 6;
    private static final int UNENROLL = 7;
    private static final int ACTIVATE = 10;

    static final List<Entry> ALL = List.of(
            info(ContactNamed.class, entityManagement(UPDATE), "The holder asked an address to be a recovery contact."),
            accepted(
                            ContactAccepted.class,
                            entityManagement(ENROLL),
                            "Somebody agreed to be a recovery contact of the holder, and counts in seven days.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.CONTACT_ADDED),
            info(ContactRemoved.class, entityManagement(UNENROLL), "The holder has one recovery contact less.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.CONTACT_REMOVED),
            accepted(
                    ContactsReviewed.class,
                    entityManagement(UPDATE),
                    "The holder looked at the recovery contacts and keeps them."),
            info(
                            ContactReviewDue.class,
                            entityManagement(UPDATE),
                            "For a year the holder has not looked at the recovery contacts, and is reminded.")
                    .tells(Notice.CONTACTS_TO_REVIEW),
            refused(
                    ContactWishRefused.class,
                    entityManagement(UPDATE),
                    "Somebody else wanted to {change} of the holder, and was refused."),
            info(
                            ContactInvitationReceived.class,
                            entityManagement(UPDATE),
                            "Somebody asked the holder to be their recovery contact.")
                    .tells(Notice.CONTACT_INVITED),
            info(
                            ContactApprovalAsked.class,
                            entityManagement(UPDATE),
                            "As a recovery contact the holder was asked to approve a recovery.")
                    .tells(Notice.CONTACT_APPROVAL_ASKED),
            info(
                            ContactRecoveryStarted.class,
                            entityManagement(CREATE),
                            "The mailbox was proven and the recovery contacts were asked; the holder got a link to stop it.")
                    .signals(RECOVERY_ACTIVATED)
                    .tells(Notice.CONTACT_RECOVERY_BEGUN),
            accepted(
                    ContactRecoveryApproved.class,
                    entityManagement(ACTIVATE),
                    "A recovery contact approved the recovery with the code that was read out."),
            accepted(
                            ContactRecoveryScheduled.class,
                            authentication(PREAUTH),
                            "Enough recovery contacts approved; whoever began it can choose new credentials from"
                                    + " {completesAt} on, unless the holder stops it.")
                    .tells(Notice.CONTACT_RECOVERY_WAITING),
            info(
                    RecoveryHandedOver.class,
                    entityManagement(UPDATE),
                    "The recovery goes on with the recovery contacts of the account."));

    private ContactEntries() {}
}
