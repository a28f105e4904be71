package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Function;

/** A refusal names the rule and never repeats what was typed. */
final class Refusals {
    private Refusals() {}

    static Malformed refused(Function<String, ?> value, String typed) {
        var malformed = assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> value.apply(typed))
                .withNoCause()
                .actual();
        if (typed != null && typed.length() > 3) {
            assertThat(malformed.getMessage()).doesNotContain(typed);
        }
        return malformed;
    }
}
