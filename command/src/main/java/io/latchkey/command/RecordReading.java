package io.latchkey.command;

import org.jspecify.annotations.Nullable;

/** Leaves the record that staff read from the trail. */
public record RecordReading(
        String readerId, String question, @Nullable String accountId, int records) implements TrailCommand {}
