package io.latchkey.value;

public record SessionId(String value) {
    public SessionId {
        Typed.uuid("session id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
