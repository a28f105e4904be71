package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every interleaving of a few threads at the quotas of one client counts like some order of the same calls. */
@Tag("interleaving")
class ClientInterleavingTest {

    private static final int ALLOWED = 2;

    /** The clock stands still: nothing comes back while the threads race. */
    public static class Real {
        private final Client client = new Client(List.of(quota(ALLOWED), quota(ALLOWED + 1)), quota(ALLOWED));

        @Operation
        public boolean start() {
            return client.claim(true).isEmpty();
        }

        @Operation
        public boolean guess() {
            return client.claim(false).isEmpty();
        }

        @Operation
        public void clear() {
            client.clear();
        }

        private static Quota quota(int quantity) {
            return new Quota("some", quantity, Duration.ofMinutes(5), new Still());
        }
    }

    /** Looks, then counts: what a limit must not do. */
    public static class Planted {
        private volatile int left = ALLOWED;

        @Operation
        public boolean guess() {
            if (left == 0) {
                return false;
            }
            left = left - 1;
            return true;
        }

        @Operation
        public boolean isUsed() {
            return left == 0;
        }
    }

    private record Still() implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void never_gives_out_more_than_it_has(int before) {
        assertThatCode(() -> check(Real.class, before, 3, 40)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void one_that_looks_before_it_counts_is_found(int before) {
        assertThatExceptionOfType(LincheckAssertionError.class).isThrownBy(() -> check(Planted.class, before, 5, 300));
    }

    private static void check(Class<?> harness, int before, int scenarios, int interleavings) {
        new ModelCheckingOptions()
                .actorsBefore(before)
                .threads(3)
                .actorsPerThread(2)
                .actorsAfter(1)
                .iterations(scenarios)
                .invocationsPerIteration(interleavings)
                .check(harness);
    }
}
