package io.latchkey.api.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tokens of one session; a recovery session has nothing to refresh. */
public record IssuedTokens(String access, @Nullable String refresh, Instant accessExpiresAt, String scope) {

    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
