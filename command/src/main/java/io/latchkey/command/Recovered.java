package io.latchkey.command;

import org.jspecify.annotations.Nullable;

/**
 * The account has new credentials; secret key, recovery code where use ends the old one, and the key that the client wrapped
 * where it made the code itself, are readable this once.
 */
public record Recovered(
        String secretKey,
        @Nullable String recoveryCode,
        @Nullable String wrappedKey) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "Recovered[hidden]";
    }
}
