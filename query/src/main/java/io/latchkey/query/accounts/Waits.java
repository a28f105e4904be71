package io.latchkey.query.accounts;

import java.time.Duration;

/** How long the ways take that do not open at once. */
record Waits(Duration reset, Duration contacts) {}
