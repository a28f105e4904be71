package io.latchkey.event;

/** One more organizer has consented to the recovery of the member. */
public record GroupRecoveryApproved(String groupId, String accountId, String recoveryId, String approvedBy)
        implements GroupEvent {}
