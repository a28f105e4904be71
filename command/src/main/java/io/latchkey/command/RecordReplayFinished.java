package io.latchkey.command;

/** Leaves the record that a rebuild ended. */
public record RecordReplayFinished(String replayId, long events) implements TrailCommand {}
