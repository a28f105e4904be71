package io.latchkey.api.mail;

/** Where a mail stands. SUPPRESSED: counted out by a limit, or told in another mail. */
enum State {
    PENDING,
    SENT,
    DEAD,
    SUPPRESSED
}
