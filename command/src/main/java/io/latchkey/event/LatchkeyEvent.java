package io.latchkey.event;

/** Every fact there is; the three families list them all. */
public sealed interface LatchkeyEvent permits AccountEvent, RecoveryEvent, TrailEvent {}
