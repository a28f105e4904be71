package io.latchkey.query.accounts;

/** May this session of this account be continued? Answered by a {@link SessionState}. */
public record FindSessionState(String accountId, String sessionId) {}
