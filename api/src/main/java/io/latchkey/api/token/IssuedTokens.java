package io.latchkey.api.token;

import org.jspecify.annotations.Nullable;

/** The tokens of one session, the first good for so many seconds; a recovery session has nothing to refresh. */
public record IssuedTokens(String access, @Nullable String refresh, long expiresIn, String scope) {

    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
