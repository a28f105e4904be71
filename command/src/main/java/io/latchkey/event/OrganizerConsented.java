package io.latchkey.event;

/** The organizer has begun or approved a recovery; only so many are allowed in a day. */
public record OrganizerConsented(String accountId, String groupId, String recoveryId) implements AccountEvent {}
