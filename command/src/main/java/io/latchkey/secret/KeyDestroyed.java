package io.latchkey.secret;

/** The account was erased: nothing can be sealed for it any more. */
public final class KeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyDestroyed() {
        super("the key of this account was destroyed");
    }
}
