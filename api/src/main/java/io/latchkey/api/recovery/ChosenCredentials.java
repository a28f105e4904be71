package io.latchkey.api.recovery;

import io.latchkey.value.Password;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The password to be, with the proof of the mailbox and, where it is known, the password of today. */
record ChosenCredentials(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "What follows the point in the long code that the mailed link shows")
        String token,

        @Nullable @Schema(description = "With it the consent of one organizer is enough, as a rule")
        String currentPassword,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "another long and secret sentence",
                minLength = 8,
                maxLength = 128)
        String password) {

    @Nullable
    Password current() {
        return currentPassword == null ? null : new Password(currentPassword);
    }

    @Override
    public String toString() {
        return "ChosenCredentials[hidden]";
    }
}
