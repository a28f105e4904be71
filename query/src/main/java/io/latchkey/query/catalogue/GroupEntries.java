package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Ocsf.finding;
import static io.latchkey.query.catalogue.Signal.RECOVERY_INFORMATION_CHANGED;

import io.latchkey.event.GroupCreated;
import io.latchkey.event.GroupInvitationReceived;
import io.latchkey.event.GroupJoined;
import io.latchkey.event.GroupLeft;
import io.latchkey.event.GroupMemberInvited;
import io.latchkey.event.GroupMemberJoined;
import io.latchkey.event.GroupMemberLeft;
import io.latchkey.event.GroupRecoveryApproved;
import io.latchkey.event.GroupRecoveryBegun;
import io.latchkey.event.GroupRecoveryCompleted;
import io.latchkey.event.GroupRoleChanged;
import io.latchkey.event.GroupWishRefused;
import io.latchkey.event.OrganizerConsented;
import io.latchkey.event.OrganizerConsentsSpent;
import java.util.List;

/** Families and businesses, and what their organizers do. */
final class GroupEntries {

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int ENROLL = 6;
    private static final int UNENROLL = 7;
    private static final int ACTIVATE = 10;

    static final List<Entry> ALL = List.of(
            accepted(
                    GroupCreated.class,
                    entityManagement(CREATE),
                    "A group was begun; whoever began it is its organizer."),
            info(GroupMemberInvited.class, entityManagement(UPDATE), "An address was asked into the group."),
            accepted(GroupMemberJoined.class, entityManagement(ENROLL), "The group has a new member."),
            info(GroupMemberLeft.class, entityManagement(UNENROLL), "The group has one member less."),
            accepted(GroupRoleChanged.class, entityManagement(UPDATE), "In the group the member is now {role}."),
            refused(GroupWishRefused.class, entityManagement(UPDATE), "In a group, the wish to {change} was refused."),
            accepted(
                    GroupRecoveryBegun.class,
                    entityManagement(ACTIVATE),
                    "An organizer began the recovery of a member, with a reason."),
            accepted(
                    GroupRecoveryApproved.class,
                    entityManagement(ACTIVATE),
                    "A further organizer approved the recovery of a member."),
            accepted(
                    GroupRecoveryCompleted.class,
                    entityManagement(ACTIVATE),
                    "An organizer completed the recovery of a member."),
            info(GroupInvitationReceived.class, entityManagement(UPDATE), "The holder was asked into a group.")
                    .tells(Notice.GROUP_INVITED),
            accepted(GroupJoined.class, entityManagement(ENROLL), "In a group the account is now {role}.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.GROUP_JOINED),
            info(GroupLeft.class, entityManagement(UNENROLL), "The account is no longer in a group.")
                    .signals(RECOVERY_INFORMATION_CHANGED)
                    .tells(Notice.GROUP_LEFT),
            accepted(
                    OrganizerConsented.class,
                    entityManagement(ACTIVATE),
                    "As an organizer the holder consented to the recovery of a member."),
            refused(
                            OrganizerConsentsSpent.class,
                            finding(),
                            "As an organizer the holder wanted a sixth recovery within a day: it may be somebody else.")
                    .tells(Notice.CONSENTS_SPENT));

    private GroupEntries() {}
}
