package io.latchkey.event;

import java.time.Instant;

/** Somebody was asked into the group; for an unknown address nobody can accept. */
public record GroupMemberInvited(
        String groupId, String accountId, String invitationId, String invitedBy, Instant expiresAt)
        implements GroupEvent {}
