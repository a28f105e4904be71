package io.latchkey.totp;

import io.latchkey.value.Malformed;
import java.util.Locale;

/** RFC 4648, section 6: written without padding, read as people type it. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    public static String encode(byte[] bytes) {
        var symbols = new StringBuilder((bytes.length * 8 + 4) / 5);
        var buffer = 0;
        var bits = 0;
        for (var value : bytes) {
            buffer = ((buffer & 0xF) << 8) | (value & 0xFF);
            for (bits += 8; bits >= 5; bits -= 5) {
                symbols.append(ALPHABET.charAt(buffer >> (bits - 5) & 31));
            }
        }
        return bits == 0
                ? symbols.toString()
                : symbols.append(ALPHABET.charAt(buffer << (5 - bits) & 31)).toString();
    }

    public static byte[] decode(String typed) {
        var symbols = symbols(typed);
        var bytes = new byte[symbols.length() * 5 / 8];
        var buffer = 0;
        var bits = 0;
        var next = 0;
        for (var i = 0; i < symbols.length(); i++) {
            buffer = ((buffer & 0x7F) << 5) | ALPHABET.indexOf(symbols.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    private static String symbols(String typed) {
        var symbols = typed.replaceAll("\\s", "").replaceFirst("={1,6}$", "").toUpperCase(Locale.ROOT);
        if (!symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)) {
            throw new Malformed("base32", "only A to Z and 2 to 7");
        }
        return switch (symbols.length() % 8) {
            case 1, 3, 6 -> throw new Malformed("base32", "a whole number of bytes");
            default -> symbols;
        };
    }
}
