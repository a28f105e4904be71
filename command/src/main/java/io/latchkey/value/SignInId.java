package io.latchkey.value;

public record SignInId(String value) {
    public SignInId {
        Typed.uuid("sign-in id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
