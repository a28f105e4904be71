package io.latchkey.event;

/** The read models are rebuilt. */
public record ReplayFinished(String replayId, long events) implements TrailEvent {}
