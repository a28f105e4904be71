package io.latchkey.query.audit;

import io.latchkey.query.model.Fact;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Waits for events to reach the read models without keeping a thread for each that waits. The writer tells those it writes on
 * this node; the table tells those that were written before or by another node.
 */
public final class Arrivals implements AutoCloseable {

    private static final long LONGEST = Duration.ofSeconds(5).toNanos();
    /** So many aggregates the writer may be ahead of those who await what it wrote. */
    private static final int REMEMBERED = 10_000;

    private static final long FIRST_PAUSE = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

    private final TrailTable table;
    private final ConcurrentHashMap<AwaitEvent, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Long> told = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("arrivals-", 0).factory());

    Arrivals(TrailTable table) {
        this.table = table;
    }

    /** Called when these facts are committed to the read models. */
    public void tell(List<Fact> facts) {
        for (var fact : facts) {
            told.put(fact.aggregateId(), fact.sequence());
            var arrival = awaited.get(new AwaitEvent(fact.aggregateId(), fact.sequence()));
            if (arrival != null) {
                arrival.complete(true);
            }
        }
    }

    /** All who await the same event share one look-out; each gets an answer of its own to cancel. */
    CompletableFuture<Boolean> await(AwaitEvent event) {
        var arrival = awaited.computeIfAbsent(event, this::lookOut);
        if (told.getOrDefault(event.aggregateId(), -1L) >= event.sequence()) {
            arrival.complete(true);
        }
        return arrival.copy();
    }

    private CompletableFuture<Boolean> lookOut(AwaitEvent event) {
        var arrival = new CompletableFuture<Boolean>();
        lookLater(event, System.nanoTime() + LONGEST, FIRST_PAUSE, arrival);
        return arrival;
    }

    private void lookLater(AwaitEvent event, long deadline, long pause, CompletableFuture<Boolean> arrival) {
        watch.schedule(() -> look(event, deadline, pause, arrival), pause, TimeUnit.NANOSECONDS);
    }

    private void look(AwaitEvent event, long deadline, long pause, CompletableFuture<Boolean> arrival) {
        try {
            if (arrival.isDone() || table.holds(event.aggregateId(), event.sequence())) {
                arrival.complete(true);
            } else if (System.nanoTime() - deadline >= 0) {
                arrival.complete(false);
            } else {
                lookLater(event, deadline, Math.min(pause * 2, LONGEST_PAUSE), arrival);
            }
        } catch (RuntimeException failure) {
            arrival.completeExceptionally(failure);
        }
        if (arrival.isDone()) {
            awaited.remove(event, arrival);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
