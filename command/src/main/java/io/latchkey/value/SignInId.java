package io.latchkey.value;

public record SignInId(String value) {
    public SignInId {
        Typed.uuid("sign-in id", value);
    }
}
