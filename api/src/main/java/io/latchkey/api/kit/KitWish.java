package io.latchkey.api.kit;

import io.latchkey.value.Label;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The code that was just shown, and what its holder calls it. */
record KitWish(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The service cannot read it any more, so it is sent along",
                example = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String recoveryCode,

        @Nullable @Schema(description = "Printed on the kit, to tell it from others", example = "home", maxLength = 64)
        String label) {

    @Nullable
    String name() {
        return label == null ? null : new Label(label).value();
    }

    @Override
    public String toString() {
        return "KitWish[hidden]";
    }
}
