package io.latchkey.api.mail;

import java.time.Instant;
import org.axonframework.messaging.MetaData;

/** The event that causes a mail: which, when, and by whom. */
record Occasion(String eventId, Instant at, MetaData origin) {}
