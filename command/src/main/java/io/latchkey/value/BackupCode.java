package io.latchkey.value;

import java.security.SecureRandom;

/** One of ten codes, each good for one sign-in: its public slot, 70 random bits, a check symbol. */
public record BackupCode(String body) {
    private static final SavedCode SHAPE = new SavedCode("backup code", "BKU1", 16);

    public BackupCode {
        body = SHAPE.read(body);
        if (body.charAt(0) > '9') {
            throw new Malformed("backup code", "starts with a digit");
        }
    }

    public static BackupCode random(int slot, SecureRandom random) {
        return new BackupCode(SavedCode.checked(symbol(slot) + SavedCode.random(14, random)));
    }

    static BackupCode of(int slot, byte[] bytes) {
        return new BackupCode(SavedCode.checked(symbol(slot) + SavedCode.of(bytes, 14)));
    }

    public int slot() {
        return body.charAt(0) - '0';
    }

    public String formatted() {
        return SHAPE.write(body);
    }

    @Override
    public String toString() {
        return "BackupCode[hidden]";
    }

    private static String symbol(int slot) {
        if (slot < 0 || slot > 9) {
            throw new Malformed("slot", "0 to 9");
        }
        return Integer.toString(slot);
    }
}
