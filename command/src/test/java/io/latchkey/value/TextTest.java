package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    private static final String DECOMPOSED = "Zoe\u0308";
    private static final String COMPOSED = "Zo\u00EB";
    private static final String KEY = "\uD83D\uDD11";

    @Nested
    class Name {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " ", "\u00A0", "An\nn", "Ann\r\n", "An\0n", "An\u2028n", "An\u202En", "An\uD800n"})
        void that_is_empty_or_hides_something_is_refused(String typed) {
            refused(PersonName::new, typed);
        }

        @Test
        void is_at_most_a_hundred_characters() {
            refused(PersonName::new, "n".repeat(101));
            refused(PersonName::new, "n".repeat(1_000_000));
            assertThat(new PersonName(KEY.repeat(100)).value()).isEqualTo(KEY.repeat(100));
        }

        @Test
        void is_trimmed_and_composed() {
            var name = new PersonName("\u3000 " + DECOMPOSED + " O'Neil ");

            assertThat(name.value()).isEqualTo(COMPOSED + " O'Neil");
            assertThat(new PersonName(name.value())).isEqualTo(name);
        }
    }

    @Nested
    class DeviceLabel {
        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "a\tb",
                    "a\nb",
                    "see http://x.org",
                    "HTTPS://X.ORG",
                    "x://y",
                    "www.x.org",
                    "WWW.x.org",
                    "http：／／x.org",
                    "ｗｗｗ．x.org"
                })
        void that_is_empty_or_carries_a_link_is_refused(String typed) {
            refused(Label::new, typed);
        }

        @Test
        void is_at_most_sixty_four_characters() {
            refused(Label::new, "n".repeat(65));
            assertThat(new Label("n".repeat(64)).value()).hasSize(64);
        }

        @Test
        void is_trimmed_and_composed() {
            var label = new Label(" " + DECOMPOSED + "'s phone ");

            assertThat(label.value()).isEqualTo(COMPOSED + "'s phone");
            assertThat(new Label(label.value())).isEqualTo(label);
        }
    }

    @Nested
    class PasswordText {
        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "1234567",
                    "12345678\n",
                    "1234\00005678",
                    "12345678\uD800",
                    "e\u0308e\u0308e\u0308e\u0308"
                })
        void that_is_short_or_has_control_characters_is_refused(String typed) {
            refused(Password::new, typed);
        }

        @Test
        void is_counted_in_code_points() {
            refused(Password::new, KEY.repeat(7));
            refused(Password::new, KEY.repeat(129));
            refused(Password::new, "p".repeat(1_000_000));
            assertThat(new Password(KEY.repeat(8)).value()).hasSize(16);
            assertThat(new Password(KEY.repeat(128)).value()).hasSize(256);
        }

        @Test
        void keeps_spaces_and_case_and_is_composed() {
            var password = new Password("  " + DECOMPOSED + " Battery ");

            assertThat(password.value()).isEqualTo("  " + COMPOSED + " Battery ");
            assertThat(new Password(password.value())).isEqualTo(password);
        }
    }
}
