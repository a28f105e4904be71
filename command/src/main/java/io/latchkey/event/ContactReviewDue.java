package io.latchkey.event;

/** A year has passed since the holder last looked at the recovery contacts. */
public record ContactReviewDue(String accountId) implements AccountEvent {}
