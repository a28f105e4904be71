package io.latchkey.command;

/** Leaves the record that a rebuild began. */
public record RecordReplayStarted(String replayId, String requestedBy, String reason) implements TrailCommand {}
