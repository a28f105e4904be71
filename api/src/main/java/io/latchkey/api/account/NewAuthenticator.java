package io.latchkey.api.account;

import io.latchkey.api.edge.Caller;
import io.latchkey.command.EnrollTotp;
import io.latchkey.totp.TotpParameters;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.Label;
import io.latchkey.value.TotpAlgorithm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the authenticator shall be called and count; every app knows SHA1 with six digits. */
record NewAuthenticator(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "phone", maxLength = 64)
        String name,

        @Nullable @Schema(defaultValue = "SHA1") TotpAlgorithm algorithm,

        @Nullable @Schema(description = "6 or 8", defaultValue = "6")
        Integer digits) {

    private static final int PERIOD_SECONDS = 30;

    EnrollTotp toEnroll(Caller caller, AuthenticatorId id) {
        var chosen = algorithm == null ? TotpAlgorithm.SHA1 : algorithm;
        var parameters = new TotpParameters(chosen, digits == null ? 6 : digits, PERIOD_SECONDS);
        return new EnrollTotp(
                caller.accountId(),
                caller.sessionId(),
                id,
                new Label(name),
                parameters.algorithm(),
                parameters.digits());
    }

    @Override
    public String toString() {
        return "NewAuthenticator[hidden]";
    }
}
