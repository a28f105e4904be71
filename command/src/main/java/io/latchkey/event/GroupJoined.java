package io.latchkey.event;

import io.latchkey.value.GroupRole;

/** The account belongs to a group, in this role. */
public record GroupJoined(String accountId, String groupId, GroupRole role) implements AccountEvent {}
