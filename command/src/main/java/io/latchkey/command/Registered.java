package io.latchkey.command;

/** The account is open; the secret key is readable this once. */
public record Registered(String secretKey) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "Registered[hidden]";
    }
}
