package io.latchkey.api.mail;

import io.latchkey.value.Malformed;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;

/** The few threads that mail may block, and how long an attempt may take in all, however slow the server talks. */
final class Carriage implements AutoCloseable {

    /** What became of an attempt; a cause is the name of a class, never a server's words. */
    sealed interface Attempt {}

    record Carried() implements Attempt {}

    record Busy() implements Attempt {}

    record Failed(String cause) implements Attempt {}

    record Impossible(String cause) implements Attempt {}

    private static final int THREADS = 4;

    private final Carrier carrier;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    Carriage(Carrier carrier, Duration patience) {
        this.carrier = carrier;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0, THREADS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), Thread.ofPlatform()
                        .name("mail-", 0)
                        .daemon()
                        .factory());
    }

    Attempt carry(Envelope envelope) {
        try {
            var attempt = threads.submit(() -> attempt(envelope));
            try {
                return attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException tooSlow) {
                attempt.cancel(true);
                return new Failed("TimeoutException");
            }
        } catch (RejectedExecutionException allThreadsTaken) {
            return new Busy();
        } catch (ExecutionException unexpected) {
            return new Failed(names(unexpected));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Busy();
        }
    }

    private Attempt attempt(Envelope envelope) {
        try {
            carrier.carry(envelope);
            return new Carried();
        } catch (Malformed neverValid) {
            return new Impossible("Malformed");
        } catch (MessagingException | IOException refused) {
            return new Failed(names(refused));
        }
    }

    /** The class of the failure and of what lies under it. */
    private static String names(Throwable failure) {
        var root = NestedExceptionUtils.getRootCause(failure);
        var name = failure.getClass().getSimpleName();
        return root == null ? name : name + "/" + root.getClass().getSimpleName();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
