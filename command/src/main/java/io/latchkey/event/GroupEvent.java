package io.latchkey.event;

/** All that can happen in a group; the account is the member that it is about. */
public sealed interface GroupEvent extends LatchkeyEvent
        permits GroupCreated,
                GroupMemberInvited,
                GroupMemberJoined,
                GroupMemberLeft,
                GroupRoleChanged,
                GroupWishRefused,
                GroupRecoveryBegun,
                GroupRecoveryApproved,
                GroupRecoveryCompleted {
    String groupId();

    String accountId();
}
