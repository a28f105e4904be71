package io.latchkey.secret;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps slow hashing to as many threads as there are cores; what would wait too long fails with {@link Busy}. */
public final class Argon2Bulkhead implements AutoCloseable {

    private static final int QUEUE = 64;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final ThreadPoolExecutor pool;
    private final Duration wait;

    public Argon2Bulkhead() {
        this(Runtime.getRuntime().availableProcessors(), QUEUE, WAIT);
    }

    Argon2Bulkhead(int threads, int queue, Duration wait) {
        this.wait = wait;
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("argon2-", 0).daemon().factory());
    }

    /** The wait has a limit, the work has none: Argon2 cannot be stopped half way. Cancelling frees a waiting place at once. */
    public CompletableFuture<String> submit(Supplier<String> work) {
        var answer = new CompletableFuture<String>();
        var start = new CompletableFuture<Boolean>();
        Runnable task = () -> {
            if (start.complete(true)) {
                var unused = answer.completeAsync(work, Runnable::run);
            }
        };
        try {
            pool.execute(task);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new Busy());
        }
        var unusedStart = start.orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((started, failure) -> {
                    if (failure != null) {
                        pool.remove(task);
                        answer.completeExceptionally(new Busy());
                    }
                });
        var unusedEnd = answer.whenComplete((result, failure) -> start.cancel(false));
        return answer;
    }

    /** How many may work at the same time. */
    public int threads() {
        return pool.getMaximumPoolSize();
    }

    /** For a gauge. */
    public int waiting() {
        return pool.getQueue().size();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
