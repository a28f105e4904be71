package io.latchkey.api.recovery;

/** A body without a field: how long a reset waits is nobody's to choose. */
record NoChoice() {}
