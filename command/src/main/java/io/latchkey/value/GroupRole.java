package io.latchkey.value;

/** What somebody is in a family or a business. */
public enum GroupRole {
    ORGANIZER,
    MEMBER
}
