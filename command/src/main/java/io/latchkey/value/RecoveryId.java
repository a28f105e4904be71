package io.latchkey.value;

public record RecoveryId(String value) {
    public RecoveryId {
        Typed.uuid("recovery id", value);
    }
}
