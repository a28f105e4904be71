package io.latchkey.api.token;

import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import java.time.Instant;
import java.util.Set;

/** What a verified access token says (RFC 9068). */
public record AccessToken(AccountId accountId, SessionId sessionId, String scope, Set<Role> roles, Instant provenAt) {

    /** Everything the holder may do. */
    public static final String ACCOUNT = "account";

    /** Bind a new authenticator and make new codes, nothing else. */
    public static final String RECOVERY_BIND = "recovery:bind";
}
