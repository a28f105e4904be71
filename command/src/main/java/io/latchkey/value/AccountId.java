package io.latchkey.value;

public record AccountId(String value) {
    public AccountId {
        Typed.uuid("account id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
