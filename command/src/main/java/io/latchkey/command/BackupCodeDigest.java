package io.latchkey.command;

/** What slow hashing made of a backup code, and the slot it names. */
public record BackupCodeDigest(int slot, String value) {
    @Override
    public String toString() {
        return "BackupCodeDigest[hidden]";
    }
}
