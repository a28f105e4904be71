package io.latchkey.command;

import java.util.List;

/** A new set of backup codes as digests, one for each slot in order. */
public record BackupCodeDigests(String setId, List<String> values) {
    @Override
    public String toString() {
        return "BackupCodeDigests[hidden]";
    }
}
