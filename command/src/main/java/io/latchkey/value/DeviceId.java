package io.latchkey.value;

public record DeviceId(String value) {
    public DeviceId {
        Typed.uuid("device id", value);
    }
}
