package io.latchkey.value;

/** Where new identifiers come from: canonical UUIDs that sort by time of birth. */
@FunctionalInterface
public interface Ids {
    String next();
}
