package io.latchkey.query.accounts;

/** Is this session neither ended nor expired nor idle for too long? */
public record SessionIsLive(String sessionId) {}
