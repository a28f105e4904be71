package io.latchkey.command;

import java.time.Instant;

/** Key in base32 and otpauth URI, readable this once. */
public record TotpBegun(String secret, String uri, Instant expiresAt) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "TotpBegun[hidden]";
    }
}
