package io.latchkey.command;

import java.time.Instant;

/** The contacts of this account are asked; so many must type the code, which is readable this once, until then. */
public record ContactsAsked(String accountId, String voiceCode, int approvals, Instant expiresAt) implements Outcome {
    @Override
    public Outcome withoutSecrets() {
        return new SecretsDelivered();
    }

    @Override
    public String toString() {
        return "ContactsAsked[hidden]";
    }
}
