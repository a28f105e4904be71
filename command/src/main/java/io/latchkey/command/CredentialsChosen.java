package io.latchkey.command;

import java.time.Instant;

/** New credentials lie ready; an organizer may complete from this time on. The secret key is readable this once. */
public record CredentialsChosen(String secretKey, Instant completesAt, Instant expiresAt) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "CredentialsChosen[hidden]";
    }
}
