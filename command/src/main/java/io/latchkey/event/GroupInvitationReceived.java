package io.latchkey.event;

import java.time.Instant;

/** An organizer has asked the holder into a group. */
public record GroupInvitationReceived(
        String accountId, String groupId, String invitationId, String sealedGroupName, Instant expiresAt)
        implements AccountEvent {}
