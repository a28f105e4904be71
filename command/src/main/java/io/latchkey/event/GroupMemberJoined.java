package io.latchkey.event;

/** The invitation was accepted, and is used up. */
public record GroupMemberJoined(String groupId, String accountId, String invitationId) implements GroupEvent {}
