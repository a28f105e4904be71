package io.latchkey.command;

/** The recovery code, readable this once. */
public record RecoveryCodeShown(String code) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "RecoveryCodeShown[hidden]";
    }
}
