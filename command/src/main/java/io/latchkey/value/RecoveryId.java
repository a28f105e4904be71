package io.latchkey.value;

public record RecoveryId(String value) {
    public RecoveryId {
        Typed.uuid("recovery id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
