package io.latchkey.query.groups;

import io.latchkey.query.recoveries.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recovery of a member: who began it and why, who consented, and from when it can be completed. */
public record HelpLine(
        String recoveryId,
        String accountId,
        String begunBy,
        @Nullable String note,
        List<String> consents,
        Status status,
        Instant expiresAt,
        @Nullable Instant completesAt) {
    @Override
    public String toString() {
        return "HelpLine[hidden]";
    }
}
