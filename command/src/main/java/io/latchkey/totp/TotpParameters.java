package io.latchkey.totp;

import io.latchkey.value.Malformed;
import io.latchkey.value.TotpAlgorithm;

public record TotpParameters(TotpAlgorithm algorithm, int digits, int periodSeconds) {
    /** The only ones every authenticator app honours. */
    public static final TotpParameters DEFAULT = new TotpParameters(TotpAlgorithm.SHA1, 6, 30);

    public TotpParameters {
        if (digits != 6 && digits != 8) {
            throw new Malformed("digits", "6 or 8");
        }
        if (periodSeconds < 15 || periodSeconds > 120) {
            throw new Malformed("period", "15 to 120 seconds");
        }
    }

    /** As long as the hash, in bytes (RFC 6238, 5.1). */
    public int keyLength() {
        return switch (algorithm) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
    }
}
