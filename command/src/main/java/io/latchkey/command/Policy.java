package io.latchkey.command;

import java.time.Duration;

/**
 * The rules of the ways back, and what an operator may decide: the issuer shown in authenticators, whether a recovery code
 * outlives its use, how long a reset of the second factors waits.
 */
public record Policy(
        String issuer, boolean rotateRecoveryCodeOnUse, PolicyDocument document, Duration waitingPeriodOfReset) {

    /** The version written into every recovery. */
    public String version() {
        return document.version();
    }

    public WayRule rule(Way way) {
        return document.rule(way);
    }
}
