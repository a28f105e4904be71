package io.latchkey.event;

/** An organizer has completed the recovery of the member. */
public record GroupRecoveryCompleted(String groupId, String accountId, String recoveryId, String completedBy)
        implements GroupEvent {}
