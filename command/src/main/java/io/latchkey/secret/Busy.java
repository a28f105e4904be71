package io.latchkey.secret;

/** Too much slow hashing is already waiting: try again later. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        super("too many proofs are being checked at the moment");
    }
}
