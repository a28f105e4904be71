package io.latchkey.event;

import io.latchkey.value.Role;

/** The account may no longer work as staff in this role. */
public record RoleRevoked(String accountId, Role role, String revokedBy) implements AccountEvent {}
