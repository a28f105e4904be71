package io.latchkey.command;

/** What an operator may decide: the issuer shown in authenticators, and whether a recovery code outlives its use. */
public record Policy(String issuer, boolean rotateRecoveryCodeOnUse) {

    /** The version written into every recovery. */
    public static final String VERSION = "2026-1";
}
