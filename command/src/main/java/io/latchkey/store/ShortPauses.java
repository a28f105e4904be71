package io.latchkey.store;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/** Makes no pause longer than a bound: the framework doubles those between its tries while a database is away, up to a minute. */
final class ShortPauses extends ScheduledThreadPoolExecutor {
    private final Duration longest;

    ShortPauses(String name, Duration longest) {
        super(1, new AxonThreadFactory(name));
        this.longest = longest;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, Math.min(unit.toNanos(delay), longest.toNanos()), TimeUnit.NANOSECONDS);
    }
}
