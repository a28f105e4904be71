package io.latchkey.command;

/** What slow hashing made of a password, outside any lock. */
public record PasswordDigest(String value) {
    @Override
    public String toString() {
        return "PasswordDigest[hidden]";
    }
}
