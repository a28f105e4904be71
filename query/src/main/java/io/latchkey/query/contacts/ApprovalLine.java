package io.latchkey.query.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recovery that waits for approvals: enough to recognise the person, and nothing more. */
public record ApprovalLine(
        String recoveryId,
        String accountId,
        @Nullable String name,
        @Nullable String mailbox,
        Instant begunAt,
        Instant expiresAt,
        boolean approved) {
    @Override
    public String toString() {
        return "ApprovalLine[hidden]";
    }
}
