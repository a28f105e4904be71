package io.latchkey.query.catalogue;

/** How long a kind of record is worth keeping; nothing is ever removed by default. */
public enum Retention {
    /** What changed an account, and every refusal. */
    EVIDENCE,
    /** What staff and operators did. */
    OVERSIGHT,
    /** What happens all day. */
    ROUTINE
}
