package io.latchkey.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers who did what to whom, when and why. */
final class AuditQueries {

    private final TrailTable table;
    private final TrailRecords records;
    private final Arrivals arrivals;

    AuditQueries(TrailTable table, TrailRecords records, Arrivals arrivals) {
        this.table = table;
        this.records = records;
        this.arrivals = arrivals;
    }

    @QueryHandler
    TrailPage answer(FindTrail query) {
        return bounded(query.filter(), query.from(), query.to(), query.after(), query.limit());
    }

    @QueryHandler
    TrailPage answer(FindActivity query) {
        return bounded(TrailFilter.account(query.accountId()), null, null, query.after(), query.limit());
    }

    /** The head is read first: one writer commits in order, so up to there nothing can come later. */
    @QueryHandler
    TrailPage answer(FollowTrail query) {
        var cursor = query.after();
        long after = cursor == null ? 0 : Cursor.following(cursor);
        long head = table.head();
        if (head < after) {
            return new TrailPage(List.of(), Cursor.following(after), head >= 0);
        }
        var rows = table.following(query.filter(), query.from(), after, head, query.limit());
        long seen = rows.size() < query.limit() ? head : rows.getLast().position();
        return new TrailPage(records.of(rows), Cursor.following(seen), true);
    }

    @QueryHandler
    CompletableFuture<Boolean> answer(AwaitEvent query) {
        return arrivals.await(query);
    }

    /** One row more than asked for tells whether there is another page, so that none comes empty. */
    private TrailPage bounded(
            TrailFilter filter, @Nullable Instant from, @Nullable Instant to, @Nullable String after, int limit) {
        var before = after == null ? null : Cursor.bounded(after);
        var rows = table.newestFirst(filter, from, to, before, limit + 1);
        boolean complete = table.head() >= 0;
        if (rows.size() <= limit) {
            return new TrailPage(records.of(rows), null, complete);
        }
        var page = rows.subList(0, limit);
        var last = page.getLast();
        return new TrailPage(records.of(page), new Cursor.Before(last.at(), last.position()).text(), complete);
    }
}
