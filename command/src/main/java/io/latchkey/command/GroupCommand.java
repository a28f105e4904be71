package io.latchkey.command;

/** All that may be asked of a group. */
public sealed interface GroupCommand
        permits CreateGroup,
                InviteMember,
                AcceptInvitation,
                LeaveGroup,
                RemoveMember,
                ChangeGroupRole,
                BeginMemberRecovery,
                ApproveMemberRecovery,
                CompleteMemberRecovery,
                CallOffMemberRecovery {}
