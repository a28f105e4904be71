package io.latchkey.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trail. Bounded: next is null on the last one. Following: next is always there, and complete is false while
 * the trail is being written anew, when a follower has to wait.
 */
public record TrailPage(List<TrailRecord> records, @Nullable String next, boolean complete) {}
