package io.latchkey.value;

public enum Role {
    ADMIN,
    SUPPORT,
    SECURITY
}
