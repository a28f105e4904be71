package io.latchkey.totp;

import static io.latchkey.value.TotpAlgorithm.SHA1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpMatchTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(US_ASCII);
    private static final TotpParameters PARAMETERS = TotpParameters.DEFAULT;
    private static final Instant NOW = Instant.ofEpochSecond(1111111111);
    private static final long PRESENT = Totp.step(NOW, 30);
    private static final long NEVER = -1;

    @Nested
    class AtSignIn {
        @ParameterizedTest
        @ValueSource(strings = {"", "000000", "14050471", "05047", "0504711", "０５０４７１"})
        void a_wrong_code_matches_no_step(String typed) {
            assertThat(Totp.match(KEY, PARAMETERS, 0, NEVER, NOW, typed)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"-2", "-1", "0", "1", "2"})
        void only_the_drifted_step_and_the_one_before_it_match(int drift) {
            for (var offset = -10; offset <= 10; offset++) {
                var candidate = offset == drift || offset == drift - 1;
                var expected = candidate ? OptionalLong.of(PRESENT + offset) : OptionalLong.empty();

                assertThat(match(drift, NEVER, PRESENT + offset)).isEqualTo(expected);
            }
        }

        @Test
        void a_step_is_good_for_one_use() {
            assertThat(match(0, PRESENT, PRESENT)).isEmpty();
            assertThat(match(0, PRESENT, PRESENT - 1)).isEmpty();
            assertThat(match(0, PRESENT - 1, PRESENT - 1)).isEmpty();
            assertThat(match(0, PRESENT - 1, PRESENT)).hasValue(PRESENT);
            assertThat(match(0, PRESENT - 2, PRESENT - 1)).hasValue(PRESENT - 1);
        }

        @Test
        void a_code_that_two_steps_share_spends_both() {
            var twin = 910_738L;
            var now = Instant.ofEpochSecond(twin * 30);

            assertThat(code(twin - 1)).isEqualTo(code(twin));
            assertThat(Totp.match(KEY, PARAMETERS, 0, NEVER, now, code(twin))).hasValue(twin);
        }

        private OptionalLong match(int drift, long lastStep, long step) {
            return Totp.match(KEY, PARAMETERS, drift, lastStep, NOW, code(step));
        }
    }

    @Nested
    class AtEnrolment {
        @ParameterizedTest
        @ValueSource(strings = {"", "000000", "14050471"})
        void a_wrong_code_matches_no_step(String typed) {
            assertThat(Totp.matchAtEnrolment(KEY, PARAMETERS, NOW, typed)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {-10, -3, -2, 2, 3, 10})
        void a_step_further_off_is_refused(int offset) {
            assertThat(Totp.matchAtEnrolment(KEY, PARAMETERS, NOW, code(PRESENT + offset)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 1})
        void one_step_off_is_accepted(int offset) {
            assertThat(Totp.matchAtEnrolment(KEY, PARAMETERS, NOW, code(PRESENT + offset)))
                    .hasValue(PRESENT + offset);
        }
    }

    private static String code(long step) {
        return Totp.code(KEY, SHA1, 6, step);
    }
}
