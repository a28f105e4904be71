package io.latchkey.event;

/** The mailed one-time code was right; it is spent. */
public record EmailCodeAccepted(String accountId, String signInId) implements AccountEvent {}
