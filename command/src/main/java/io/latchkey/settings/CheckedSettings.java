package io.latchkey.settings;

/** Whoever takes the settings through this starts only when they may be used. */
public record CheckedSettings(LatchkeyProperties settings) {}
