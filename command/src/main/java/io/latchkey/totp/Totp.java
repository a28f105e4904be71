package io.latchkey.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.value.TotpAlgorithm;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords. */
public final class Totp {
    private Totp() {}

    public static String code(byte[] key, TotpAlgorithm algorithm, int digits, long step) {
        var hash = hmac(key, algorithm, step);
        var offset = hash[hash.length - 1] & 0xF;
        var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        var decimals = "0".repeat(digits) + number;
        return decimals.substring(decimals.length() - digits);
    }

    public static long step(Instant at, int periodSeconds) {
        return Math.floorDiv(at.getEpochSecond(), (long) periodSeconds);
    }

    /** The step of the code: the present one or the one before, moved by the drift; never one that was used. */
    public static OptionalLong match(
            byte[] key, TotpParameters parameters, int drift, long lastStep, Instant now, String typed) {
        var present = step(now, parameters.periodSeconds()) + drift;
        return newest(key, parameters, lastStep, present - 1, present, typed);
    }

    /** A new authenticator may be a step ahead or behind; a match ahead of the present step is a drift of one. */
    public static OptionalLong matchAtEnrolment(byte[] key, TotpParameters parameters, Instant now, String typed) {
        var present = step(now, parameters.periodSeconds());
        return newest(key, parameters, Long.MIN_VALUE, present - 1, present + 1, typed);
    }

    /** Every candidate is computed and compared, whatever matched before it. */
    private static OptionalLong newest(
            byte[] key, TotpParameters parameters, long lastStep, long first, long last, String typed) {
        var digits = typed.getBytes(UTF_8);
        var found = OptionalLong.empty();
        for (var step = first; step <= last; step++) {
            var code = code(key, parameters.algorithm(), parameters.digits(), step);
            var same = MessageDigest.isEqual(code.getBytes(US_ASCII), digits);
            if (same && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] key, TotpAlgorithm algorithm, long step) {
        var name = "Hmac" + algorithm.name();
        try {
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(name + " is part of every JDK", missing);
        }
    }
}
