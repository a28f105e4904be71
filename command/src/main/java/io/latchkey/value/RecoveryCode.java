package io.latchkey.value;

import java.security.SecureRandom;

/** The long code on paper: 135 random bits and a check symbol. */
public record RecoveryCode(String body) {
    private static final SavedCode SHAPE = new SavedCode("recovery code", "RCU1", 28);

    public RecoveryCode {
        body = SHAPE.read(body);
    }

    public static RecoveryCode random(SecureRandom random) {
        return new RecoveryCode(SavedCode.checked(SavedCode.random(27, random)));
    }

    static RecoveryCode of(byte[] bytes) {
        return new RecoveryCode(SavedCode.checked(SavedCode.of(bytes, 27)));
    }

    public String formatted() {
        return SHAPE.write(body);
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
