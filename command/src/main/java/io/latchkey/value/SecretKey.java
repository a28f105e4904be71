package io.latchkey.value;

import java.security.SecureRandom;

/** What a new device must show besides the password: 135 random bits and a check symbol. */
public record SecretKey(String body) {
    private static final SavedCode SHAPE = new SavedCode("secret key", "SKU1", 28);

    public SecretKey {
        body = SHAPE.read(body);
    }

    public static SecretKey random(SecureRandom random) {
        return new SecretKey(SavedCode.checked(SavedCode.random(27, random)));
    }

    static SecretKey of(byte[] bytes) {
        return new SecretKey(SavedCode.checked(SavedCode.of(bytes, 27)));
    }

    public String formatted() {
        return SHAPE.write(body);
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}
