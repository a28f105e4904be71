package io.latchkey.settings;

/** What a node does: decide, remember, speak. */
public enum Role {
    COMMAND,
    QUERY,
    API
}
