package io.latchkey.value;

public record AccountId(String value) {
    public AccountId {
        Typed.uuid("account id", value);
    }
}
