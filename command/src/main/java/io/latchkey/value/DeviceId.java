package io.latchkey.value;

public record DeviceId(String value) {
    public DeviceId {
        Typed.uuid("device id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
