package io.latchkey.query.accounts;

/** One thing that could help its holder; of devices it matters how many there are. */
enum Holding {
    /** Proven; whether codes are mailed to it is told apart, for links are mailed all the same. */
    MAILBOX,
    MAILED_CODES,
    SECOND_FACTOR,
    AUTHENTICATOR,
    BACKUP_CODES,
    RECOVERY_CODE,
    /** So many that it takes no more of them. */
    CONTACTS,
    /** One, where one is enough for this account. */
    ORGANIZER,
    TWO_ORGANIZERS
}
