package io.latchkey.command;

/** The one-time tokens that make the first admin. */
public interface BootstrapTokens {

    /** True for exactly one caller for each token. */
    boolean spend(String tokenDigest);
}
