package io.latchkey.value;

/** What a holder may report lost without saying which. */
public enum Lost {
    AUTHENTICATORS,
    DEVICES
}
