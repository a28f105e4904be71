package io.latchkey.api.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The body of every failure (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem. The same failure always has the same bytes but for the correlation id.")
record Problem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "urn:latchkey:problem:invalid-or-expired-proof")
        String type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "The proof is not valid or has expired")
        String title,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "400")
        int status,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Finds the record of this request on the trail")
        String correlationId,

        @Schema(description = "The parts of the request that break a rule, never their values")
        List<Fault> errors,

        @JsonProperty("violated-policies") @Schema(description = "The quotas that are used up, on 429 only")
        List<String> violatedPolicies) {

    static Problem of(Refusal refusal, String correlationId, List<String> violatedPolicies) {
        var type = refusal.type();
        return new Problem(type.uri(), type.title(), type.status(), correlationId, refusal.faults(), violatedPolicies);
    }
}
