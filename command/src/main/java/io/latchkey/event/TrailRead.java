package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** Staff read from the trail. */
public record TrailRead(
        String readerId, String question, @Nullable String accountId, int records) implements TrailEvent {}
