package io.latchkey.event;

import io.latchkey.value.GroupRole;

/** The member is an organizer from here on, or no longer. */
public record GroupRoleChanged(String groupId, String accountId, GroupRole role) implements GroupEvent {}
