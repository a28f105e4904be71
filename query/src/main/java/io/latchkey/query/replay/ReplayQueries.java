package io.latchkey.query.replay;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers how a rebuild goes. */
final class ReplayQueries {

    private final ReplayTable table;

    ReplayQueries(ReplayTable table) {
        this.table = table;
    }

    @QueryHandler
    @Nullable
    ReplayProgress answer(FindReplay query) {
        return table.find(query.replayId());
    }
}
