package io.latchkey.command;

import org.jspecify.annotations.Nullable;

/** The account has new credentials; secret key, and recovery code where use ends the old one, are readable this once. */
public record Recovered(String secretKey, @Nullable String recoveryCode) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "Recovered[hidden]";
    }
}
