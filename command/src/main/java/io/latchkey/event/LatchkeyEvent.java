package io.latchkey.event;

/** Every fact there is; the four families list them all. */
public sealed interface LatchkeyEvent permits AccountEvent, RecoveryEvent, GroupEvent, TrailEvent {}
