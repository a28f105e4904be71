package io.latchkey.api.audit;

/** A rebuild that was begun. */
record StartedReplay(String replayId) {}
