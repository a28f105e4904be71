package io.latchkey.api.token;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;

/** What a verified refresh token says; each generation is good once. */
public record RefreshToken(AccountId accountId, SessionId sessionId, int generation) {}
