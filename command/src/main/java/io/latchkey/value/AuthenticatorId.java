package io.latchkey.value;

public record AuthenticatorId(String value) {
    public AuthenticatorId {
        Typed.uuid("authenticator id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
