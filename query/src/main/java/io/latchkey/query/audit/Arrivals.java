package io.latchkey.query.audit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits for events to reach the read models without keeping a thread for each that waits. */
final class Arrivals implements AutoCloseable {

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();
    private static final long FIRST_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(50).toNanos();

    private final TrailTable table;
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("arrivals-", 0).factory());

    Arrivals(TrailTable table) {
        this.table = table;
    }

    CompletableFuture<Boolean> await(String aggregateId, long sequence) {
        var arrival = new CompletableFuture<Boolean>();
        long deadline = System.nanoTime() + LONGEST;
        watch.execute(() -> look(aggregateId, sequence, deadline, FIRST_PAUSE, arrival));
        return arrival;
    }

    private void look(
            String aggregateId, long sequence, long deadline, long pause, CompletableFuture<Boolean> arrival) {
        try {
            if (arrival.isDone()) {
                return;
            }
            if (table.holds(aggregateId, sequence)) {
                arrival.complete(true);
            } else if (System.nanoTime() - deadline >= 0) {
                arrival.complete(false);
            } else {
                long longer = Math.min(pause * 2, LONGEST_PAUSE);
                watch.schedule(
                        () -> look(aggregateId, sequence, deadline, longer, arrival), pause, TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException failure) {
            arrival.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
