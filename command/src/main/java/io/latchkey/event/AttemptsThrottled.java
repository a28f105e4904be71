package io.latchkey.event;

import io.latchkey.value.Factor;
import java.time.Instant;

/** Attempts refused by a throttle, one record a minute. */
public record AttemptsThrottled(String accountId, Factor factor, int count, Instant from, Instant to)
        implements TrailEvent {}
