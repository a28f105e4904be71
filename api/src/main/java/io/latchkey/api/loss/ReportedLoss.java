package io.latchkey.api.loss;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.value.Lost;
import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose, what, and the password if it is known. */
record ReportedLoss(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org")
        String email,

        @Nullable @Schema(description = "Without it a link is mailed", example = "a long and secret sentence")
        String password,

        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"authenticators\"]")
        List<@Nullable Thing> lost) {

    enum Thing {
        @JsonProperty("authenticators")
        AUTHENTICATORS,
        @JsonProperty("devices")
        DEVICES
    }

    Set<Lost> things() {
        var things = EnumSet.noneOf(Lost.class);
        for (var thing : lost == null ? List.<@Nullable Thing>of() : lost) {
            switch (thing) {
                case null -> throw new Malformed("lost", "authenticators or devices");
                case AUTHENTICATORS -> things.add(Lost.AUTHENTICATORS);
                case DEVICES -> things.add(Lost.DEVICES);
            }
        }
        if (things.isEmpty()) {
            throw new Malformed("lost", "authenticators or devices");
        }
        return Set.copyOf(things);
    }

    @Override
    public String toString() {
        return "ReportedLoss[hidden]";
    }
}
