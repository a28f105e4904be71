package io.latchkey.value;

public record SessionId(String value) {
    public SessionId {
        Typed.uuid("session id", value);
    }
}
