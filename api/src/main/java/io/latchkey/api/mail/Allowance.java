package io.latchkey.api.mail;

/** Who caused a mail with a code: what strangers may cause never uses up what the holder may. */
enum Allowance {
    STRANGER,
    KNOWN_CLIENT;

    static final int AN_HOUR = 3;
    static final int A_DAY = 5;
}
