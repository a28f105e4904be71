package io.latchkey.api.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a kit says, in whatever form. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryKit(
        @Schema(description = "Whose account system this is", example = "Latchkey")
        String issuer,

        @Schema(example = "https://id.example.org") String address,
        @Nullable @Schema(example = "home") String label,

        @Nullable @Schema(description = "Masked", example = "a***@e***.org")
        String account,

        @Schema(description = "The day the code was made, in UTC")
        LocalDate madeOn,

        @Schema(description = "Not secret: the account shows it beside the code", example = "976W-61DF")
        String fingerprint,

        @Schema(example = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String recoveryCode,

        @Schema(description = "How to use it, step by step") List<String> use,
        @Schema(description = "How to keep it") List<String> keep,
        @Schema(description = "Whom to ask") String contact) {

    @Override
    public String toString() {
        return "RecoveryKit[hidden]";
    }
}
