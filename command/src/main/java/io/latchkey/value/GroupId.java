package io.latchkey.value;

public record GroupId(String value) {
    public GroupId {
        Typed.uuid("group id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
