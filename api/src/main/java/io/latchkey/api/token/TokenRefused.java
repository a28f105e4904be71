package io.latchkey.api.token;

import java.io.Serial;

/** The token is not good here; why is nobody's business. */
public final class TokenRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public TokenRefused() {
        super("token refused", null, false, false);
    }
}
