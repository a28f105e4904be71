package io.latchkey.event;

/** The link of a notice did not freeze the account. */
public record FreezingRefused(String accountId, String noticeId, Reason reason) implements AccountEvent {}
