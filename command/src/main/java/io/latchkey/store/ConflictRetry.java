package io.latchkey.store;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A command that lost a race is decided again on the new state, a few times, each a little later. */
final class ConflictRetry implements RetryScheduler {
    private static final int ATTEMPTS = 12;
    private static final long LONGEST_PAUSE = 200;
    private static final List<String> TOLD_BY_ANOTHER_NODE =
            List.of("was already inserted", "Invalid sequence number", "deadlock detected");

    private final ScheduledExecutorService timer;

    ConflictRetry(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!isConflict(failure) || failures.size() > ATTEMPTS) {
            return false;
        }
        try {
            timer.schedule(dispatch, pause(failures.size()), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || cause instanceof DeadlockException
                    || TOLD_BY_ANOTHER_NODE.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    private static long pause(int failures) {
        return ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_PAUSE, 5L << Math.min(failures, 10)) + 1);
    }
}
