package io.latchkey.secret;

/** What was sealed does not open: changed, moved to another place, or not sealed by us. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String rule) {
        super("sealed value: " + rule);
    }
}
