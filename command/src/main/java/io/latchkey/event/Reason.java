package io.latchkey.event;

/** Why something was refused or ended; stored by name, so a name never changes. */
public enum Reason {
    ADDRESS_TAKEN,
    ALREADY_USED,
    CODE_REVOKED,
    CREDENTIALS_CHANGED,
    DISABLED,
    ENDED_BY_HOLDER,
    ERASED,
    EXPIRED,
    FLOW_DEAD,
    MISSING_PROOF,
    NOT_FOUND,
    NO_SUCH_FACTOR,
    NOT_ALLOWED,
    RECOVERED,
    RECOVERY_SESSION,
    REPLACED,
    REVOKED,
    SIGNED_OUT,
    STEPPED_UP,
    STEP_UP_REQUIRED,
    THROTTLED,
    TOKEN_REUSED,
    TOO_MANY_SESSIONS,
    TOO_NEW,
    UNKNOWN_ACCOUNT,
    WRONG_PROOF
}
