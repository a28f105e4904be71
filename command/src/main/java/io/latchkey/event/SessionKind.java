package io.latchkey.event;

/** FULL acts for the holder; RECOVERY may only bind a new authenticator and make new codes. */
public enum SessionKind {
    FULL,
    RECOVERY
}
