package io.latchkey.query.groups;

/** Who is in this group? Answered to its members only. */
public record FindGroup(String groupId, String askedBy) {}
