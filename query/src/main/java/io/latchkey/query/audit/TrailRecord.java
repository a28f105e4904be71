package io.latchkey.query.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the trail as staff and holders see it: personal data is masked or not there. */
public record TrailRecord(
        String id,
        long position,
        Instant at,
        String type,
        String outcome,
        @Nullable String reason,
        String sentence,
        Person actor,
        @Nullable Person account,
        @Nullable String recoveryId,
        @Nullable String factor,
        Map<String, Object> details,
        @Nullable String correlationId,
        @Nullable String client,
        @Nullable String agent,
        @Nullable String policyVersion) {

    /** Who acted or was acted on; the mailbox is masked, and null for somebody unknown or erased. */
    public record Person(
            String id, @Nullable String role, @Nullable String mailbox) {}
}
