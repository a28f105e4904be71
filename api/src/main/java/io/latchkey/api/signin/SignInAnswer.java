package io.latchkey.api.signin;

import io.latchkey.command.SecondFactorNeeded;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A session, or the way to the second factor. */
record SignInAnswer(
        @Schema(description = "True: session is there. False: go on with the second factor")
        boolean signedIn,

        @Nullable SessionTokens session,
        @Nullable String signInId,

        @Nullable @Schema(description = "Bearer token for the routes of this sign-in")
        String handle,

        @Nullable @Schema(example = "[\"totp\", \"backup_code\", \"email_code\"]")
        List<String> factors,

        @Nullable Instant expiresAt,

        @Nullable @Schema(description = "In place of the one that was sent: good for 90 days from now on")
        String deviceToken) {

    static SignInAnswer of(SessionTokens session) {
        return new SignInAnswer(true, session, null, null, null, null, null);
    }

    static SignInAnswer of(SecondFactorNeeded needed, String handle) {
        var factors = needed.factors().stream()
                .map(factor -> factor.name().toLowerCase(Locale.ROOT))
                .toList();
        return new SignInAnswer(false, null, needed.signInId(), handle, factors, needed.expiresAt(), null);
    }

    SignInAnswer with(@Nullable String newDeviceToken) {
        return new SignInAnswer(signedIn, session, signInId, handle, factors, expiresAt, newDeviceToken);
    }

    @Override
    public String toString() {
        return "SignInAnswer[hidden]";
    }
}
