package io.latchkey.event;

/** The organizer wanted more recoveries in a day than are allowed. */
public record OrganizerConsentsSpent(String accountId, String groupId, String recoveryId) implements AccountEvent {}
