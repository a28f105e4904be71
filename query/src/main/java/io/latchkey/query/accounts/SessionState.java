package io.latchkey.query.accounts;

/** What the read models know of a session. */
public enum SessionState {
    LIVE,
    /** Ended, expired, idle for too long, or of an erased account. */
    ENDED,
    /** Not known: for one that was granted, the read models are late. */
    UNKNOWN
}
