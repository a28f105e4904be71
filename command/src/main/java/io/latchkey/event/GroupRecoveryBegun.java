package io.latchkey.event;

/** An organizer has begun the recovery of a member, which is the first consent to it. */
public record GroupRecoveryBegun(String groupId, String accountId, String recoveryId, String begunBy, String sealedNote)
        implements GroupEvent {}
