package io.latchkey.event;

/** A family or a business has begun; who began it is its organizer. */
public record GroupCreated(String groupId, String accountId, String sealedName) implements GroupEvent {}
