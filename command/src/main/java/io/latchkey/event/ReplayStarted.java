package io.latchkey.event;

/** The read models are being rebuilt from the events. */
public record ReplayStarted(String replayId, String requestedBy, String reason) implements TrailEvent {}
