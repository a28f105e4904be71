package io.latchkey.event;

/** The member is gone, with its consents and its open recovery. */
public record GroupMemberLeft(String groupId, String accountId, Reason reason) implements GroupEvent {}
