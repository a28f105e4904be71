package io.latchkey.api.mail;

import io.latchkey.value.Malformed;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;

/**
 * The few threads that mail may block, and how long an attempt may take in all, however slowly the server talks. They are
 * virtual because only these give up a socket when they are interrupted.
 */
final class Carriage implements AutoCloseable {

    /** What became of an attempt; a cause is the name of a class, never a server's words. */
    sealed interface Attempt {}

    record Carried() implements Attempt {}

    record Busy() implements Attempt {}

    record Failed(String cause) implements Attempt {}

    record Impossible(String cause) implements Attempt {}

    private static final int AT_ONCE = 2;

    private final Carrier carrier;
    private final Duration patience;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-", 0).factory());

    Carriage(Carrier carrier, Duration patience) {
        this.carrier = carrier;
        this.patience = patience;
    }

    Attempt carry(Envelope envelope) {
        if (!free.tryAcquire()) {
            return new Busy();
        }
        var attempt = threads.submit(() -> attempt(envelope));
        try {
            return attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            attempt.cancel(true);
            return new Failed(names(tooSlow));
        } catch (ExecutionException unexpected) {
            return new Failed(names(unexpected));
        } catch (InterruptedException stopping) {
            attempt.cancel(true);
            Thread.currentThread().interrupt();
            return new Busy();
        }
    }

    private Attempt attempt(Envelope envelope) {
        try {
            carrier.carry(envelope);
            return new Carried();
        } catch (Malformed neverValid) {
            return new Impossible(names(neverValid));
        } catch (MessagingException | IOException refused) {
            return new Failed(names(refused));
        } finally {
            free.release();
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
