package io.latchkey.value;

public record AuthenticatorId(String value) {
    public AuthenticatorId {
        Typed.uuid("authenticator id", value);
    }
}
