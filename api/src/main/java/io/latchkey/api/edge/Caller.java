package io.latchkey.api.edge;

import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import java.time.Instant;
import java.util.Set;

/** Who asks, by a verified access token of a live session. */
public record Caller(AccountId accountId, SessionId sessionId, String scope, Set<Role> roles, Instant provenAt) {}
