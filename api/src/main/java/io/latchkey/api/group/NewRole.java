package io.latchkey.api.group;

import io.latchkey.value.GroupRole;
import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a member is to be. */
record NewRole(
        @Nullable
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"organizer", "member"})
        String role) {

    GroupRole toRole() {
        return Arrays.stream(GroupRole.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(role))
                .findFirst()
                .orElseThrow(() -> new Malformed("role", "organizer or member"));
    }
}
