package io.latchkey.api.recovery;

import io.latchkey.command.Policy;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The rules of the ways back, as they are kept. */
record PolicyAnswer(
        @Schema(description = "Written into every case", example = "2026-4")
        String version,

        List<Rule> ways) {

    record Rule(
            @Schema(
                    allowableValues = {
                        "recovery_code",
                        "delayed_reset",
                        "device_reset",
                        "organizer",
                        "two_organizers",
                        "contacts"
                    })
            String way,

            @Schema(description = "All of them are needed", example = "[\"recovery_code\", \"mailbox\"]")
            List<String> proofs,

            @Schema(description = "Where each proof comes from; no two from one place")
            List<String> channels,

            @Schema(description = "ISO 8601; fixed at the start of a case", example = "PT72H")
            String waitingPeriod,

            @Schema(
                    description = "So long the mailbox must have been proven, the key bound, or the contact accepted",
                    example = "PT168H")
            String quarantine,

            @Schema(description = "Other people who must consent")
            int approvals) {}

    static PolicyAnswer of(Policy policy) {
        return new PolicyAnswer(
                policy.version(),
                policy.document().ways().stream()
                        .map(rule -> rule(rule, waiting(policy, rule)))
                        .toList());
    }

    private static Duration waiting(Policy policy, WayRule rule) {
        return rule.way() == Way.DELAYED_RESET
                ? policy.waitingPeriodOfReset()
                : rule.waiting().standard();
    }

    private static Rule rule(WayRule rule, Duration waiting) {
        return new Rule(
                rule.way().name().toLowerCase(Locale.ROOT),
                Proofs.names(rule.proofs()),
                rule.channels().stream()
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .toList(),
                waiting.toString(),
                rule.quarantine().toString(),
                rule.approvals());
    }
}
