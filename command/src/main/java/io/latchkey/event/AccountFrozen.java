package io.latchkey.event;

import java.time.Instant;

/** By the link of a notice somebody said that this was not them: no way of recovery is open until it is unfrozen. */
public record AccountFrozen(String accountId, String noticeId, Instant noticedAt) implements AccountEvent {}
