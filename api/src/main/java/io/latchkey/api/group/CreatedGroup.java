package io.latchkey.api.group;

/** The group that was begun. */
record CreatedGroup(String groupId) {}
