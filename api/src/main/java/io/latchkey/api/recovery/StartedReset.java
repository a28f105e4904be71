package io.latchkey.api.recovery;

import io.latchkey.command.ResetBegun;
import io.latchkey.command.WayRule;
import io.latchkey.value.Factor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reset that began, or the one that runs already. */
record StartedReset(
        String recoveryId,

        @Schema(description = "Bearer token for the routes of this recovery; good until a day after its end")
        String handle,

        @Schema(allowableValues = {"open", "waiting"}) String status,

        @Schema(example = "[\"mailbox\"]") List<String> needs,

        @Schema(description = "Until then the mailbox must be proven")
        Instant expiresAt,

        @Nullable @Schema(description = "When the second factors are taken off, once the mailbox is proven")
        Instant completesAt) {

    static StartedReset of(ResetBegun begun, String handle, WayRule rule) {
        boolean waiting = begun.completesAt() != null;
        var needs = waiting ? List.<Factor>of() : rule.missing(List.of(Factor.PASSWORD));
        return new StartedReset(
                begun.recoveryId(),
                handle,
                waiting ? "waiting" : "open",
                Proofs.names(needs),
                begun.expiresAt(),
                begun.completesAt());
    }

    @Override
    public String toString() {
        return "StartedReset[hidden]";
    }
}
