package io.latchkey.query.audit;

/** Answers true as soon as the read models hold this event, false when they still do not after two seconds. */
public record AwaitEvent(String aggregateId, long sequence) {}
