package io.latchkey.query.replay;

/** How far did this rebuild come? */
public record FindReplay(String replayId) {}
