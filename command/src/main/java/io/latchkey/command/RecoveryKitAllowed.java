package io.latchkey.command;

import java.time.Instant;

/** The code may be written into a kit: its public id, and when it was made. */
public record RecoveryKitAllowed(String codeId, Instant madeAt) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }
}
