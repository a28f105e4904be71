package io.latchkey.command;

/** The account has a new secret key, readable this once. */
public record SecretKeyShown(String secretKey) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "SecretKeyShown[hidden]";
    }
}
