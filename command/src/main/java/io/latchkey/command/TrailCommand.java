package io.latchkey.command;

/** Records about the trail itself. */
public sealed interface TrailCommand permits RecordReading, RecordReplayStarted, RecordReplayFinished {}
