package io.latchkey.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells saved codes apart: eight symbols made of the public id of a code or a set of codes, never of a secret. */
public record Fingerprint(String value) {

    private static final String PURPOSE = "fingerprint:v1:";
    private static final int SYMBOLS = 8;

    public static Fingerprint of(String publicId) {
        var symbols = SavedCode.of(sha256(PURPOSE + publicId), SYMBOLS);
        return new Fingerprint(symbols.substring(0, SYMBOLS / 2) + "-" + symbols.substring(SYMBOLS / 2));
    }

    @Override
    public String toString() {
        return value;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
