package io.latchkey.command;

/** The account has new credentials; the new secret key is readable this once. */
public record Recovered(String secretKey) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "Recovered[hidden]";
    }
}
