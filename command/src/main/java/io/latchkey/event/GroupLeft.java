package io.latchkey.event;

/** The account belongs to the group no longer. */
public record GroupLeft(String accountId, String groupId, Reason reason) implements AccountEvent {}
