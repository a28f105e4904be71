package io.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Argon2BulkheadTest {

    private final Argon2Bulkhead bulkhead = new Argon2Bulkhead(1, 2, Duration.ofSeconds(30));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        gate.countDown();
        bulkhead.close();
    }

    @Test
    void a_full_bulkhead_refuses_at_once() {
        occupied();
        bulkhead.submit(this::digest);
        bulkhead.submit(this::digest);

        busy(bulkhead.submit(this::digest));
    }

    @Test
    void waiting_has_an_end_and_gives_its_place_back() throws Exception {
        try (var impatient = new Argon2Bulkhead(1, 1, Duration.ofMillis(50))) {
            var running = occupied(impatient);
            busy(impatient.submit(this::digest));

            assertThat(impatient.waiting()).isZero();
            gate.countDown();
            assertThat(running.get(5, TimeUnit.SECONDS)).isEqualTo("late");
            assertThat(runs).hasValue(0);
        }
    }

    @Test
    void cancelled_work_gives_its_place_back_and_never_runs() throws Exception {
        var running = occupied();
        IntStream.range(0, 100).forEach(any -> {
            var waiting = bulkhead.submit(this::digest);
            assertThat(waiting.cancel(true)).isTrue();
        });

        assertThat(bulkhead.waiting()).isZero();
        gate.countDown();
        assertThat(running.get(5, TimeUnit.SECONDS)).isEqualTo("late");
        assertThat(bulkhead.submit(this::digest).get(5, TimeUnit.SECONDS)).isEqualTo("digest");
        assertThat(runs).hasValue(1);
    }

    @Test
    void cancelled_running_work_gives_its_thread_back_when_it_ends() throws Exception {
        occupied().cancel(true);
        gate.countDown();

        assertThat(bulkhead.submit(this::digest).get(5, TimeUnit.SECONDS)).isEqualTo("digest");
    }

    @Test
    void as_many_work_at_once_as_there_are_cores() {
        try (var standard = new Argon2Bulkhead()) {
            assertThat(standard.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(standard.waiting()).isZero();
        }
    }

    @Test
    void what_waits_is_counted_and_a_closed_bulkhead_takes_nothing_more() {
        occupied();
        bulkhead.submit(this::digest);
        assertThat(bulkhead.waiting()).isEqualTo(1);
        bulkhead.close();

        busy(bulkhead.submit(this::digest));
    }

    @Test
    void work_that_fails_tells_it_and_gives_its_thread_back() throws Exception {
        for (var failure : new Throwable[] {new IllegalStateException("broken"), new OutOfMemoryError("pretended")}) {
            var failed = bulkhead.submit(() -> {
                throw sneaky(failure);
            });
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> failed.get(5, TimeUnit.SECONDS))
                    .withCause(failure);
        }
        assertThat(bulkhead.submit(this::digest).get(5, TimeUnit.SECONDS)).isEqualTo("digest");
    }

    @Test
    void ten_thousand_calls_given_up_in_every_way_leave_every_thread_and_place_free() throws Exception {
        var random = new Random(7);
        try (var both = new Argon2Bulkhead(2, 8, Duration.ofMillis(2))) {
            for (int call = 0; call < 10_000; call++) {
                var way = random.nextInt(5);
                var answer = both.submit(() -> work(way));
                switch (way) {
                    case 0 -> answer.cancel(true);
                    case 1 -> answer.orTimeout(1, TimeUnit.MICROSECONDS);
                    case 2 -> answer.completeExceptionally(new IOException("the client hung up"));
                    default -> answer.exceptionally(failure -> "");
                }
            }
            await(() -> both.waiting() == 0);
            await(() -> twoMeet(both));
        }
    }

    /** One may come too late for the two milliseconds that waiting is allowed here; whoever lost a thread never meets anybody. */
    private static boolean twoMeet(Argon2Bulkhead both) {
        var meeting = new CyclicBarrier(2);
        var one = both.submit(() -> meet(meeting));
        var other = both.submit(() -> meet(meeting));
        return Stream.of(one, other)
                .allMatch(met -> met.exceptionally(late -> "").join().equals("met"));
    }

    private static String work(int way) {
        LockSupport.parkNanos(20_000);
        if (way == 3) {
            throw new IllegalStateException("broken");
        }
        return "digest";
    }

    private static String meet(CyclicBarrier meeting) {
        try {
            meeting.await(1, TimeUnit.SECONDS);
            return "met";
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String digest() {
        runs.incrementAndGet();
        return "digest";
    }

    private CompletableFuture<String> occupied() {
        return occupied(bulkhead);
    }

    private CompletableFuture<String> occupied(Argon2Bulkhead bulkhead) {
        var started = new CountDownLatch(1);
        var running = bulkhead.submit(() -> {
            started.countDown();
            await(gate);
            return "late";
        });
        await(started);
        return running;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void busy(CompletableFuture<String> refused) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> refused.get(5, TimeUnit.SECONDS))
                .withCauseInstanceOf(Busy.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
