package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;

/** Who asks, and in which session. */
public record Actor(AccountId accountId, SessionId sessionId) {}
