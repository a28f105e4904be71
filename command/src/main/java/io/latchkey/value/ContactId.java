package io.latchkey.value;

public record ContactId(String value) {
    public ContactId {
        Typed.uuid("contact id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
