package io.latchkey.event;

import io.latchkey.value.Role;

/** The account may work as staff. */
public record RoleGranted(String accountId, Role role, String grantedBy) implements AccountEvent {

    /** Who grants the first admin the role. */
    public static final String BOOTSTRAP = "bootstrap";
}
