package io.latchkey.query.accounts;

import java.time.Duration;

/** A way that is open, and how long it takes; zero is at once. */
public record WayLeft(WayIn way, Duration takes) {}
