package io.latchkey.event;

/** A one-time token for the first admin was printed at start. */
public record BootstrapTokenIssued(String tokenDigest) implements TrailEvent {}
