package io.latchkey.command;

/** The ways back in that the policy has a rule for. */
public enum Way {
    RECOVERY_CODE,
    DELAYED_RESET,
    DEVICE_RESET,
    ORGANIZER,
    TWO_ORGANIZERS,
    CONTACTS
}
