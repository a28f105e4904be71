package io.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However threads meet at the cache, a key that was forgotten is only known again to those who remembered it later. */
@Tag("interleaving")
class KeyCacheInterleavingTest {

    private static final DataKey KEY = new DataKey("id", "account:ann", null);

    public static class ForSealing {
        private final KeyCache cache = new KeyCache(() -> 0);

        @Operation
        public void remember() {
            cache.rememberForSealing(KEY);
        }

        @Operation
        public boolean knows() {
            return cache.byOwner(KEY.owner()).isPresent();
        }

        @Operation
        public void forget() {
            cache.forget(KEY.owner());
        }
    }

    public static class ForOpening {
        private final KeyCache cache = new KeyCache(() -> 0);

        @Operation
        public void remember() {
            cache.rememberForOpening(KEY);
        }

        @Operation
        public boolean knows() {
            return cache.byId(KEY.id()).isPresent();
        }

        @Operation
        public void forget() {
            cache.forget(KEY.owner());
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ForSealing.class, ForOpening.class})
    void every_interleaving_is_like_some_order(Class<?> harness) {
        assertThatCode(() -> new StressOptions()
                        .threads(3)
                        .actorsPerThread(3)
                        .iterations(4)
                        .invocationsPerIteration(100)
                        .check(harness))
                .doesNotThrowAnyException();
    }
}
