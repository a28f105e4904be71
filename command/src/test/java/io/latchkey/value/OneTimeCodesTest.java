package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {
    @Nested
    class FromAnAuthenticator {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "12345", "1234567", "123456789", "12345a", "O12345", "123.456", "+12345", "١٢٣٤٥٦"})
        void other_than_six_or_eight_digits_is_refused(String typed) {
            refused(TotpCode::new, typed);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"012345", "012 345", " 01-23-45 ", "０１２３４５", "012\u2013345", "012\u00A0345", "012\u2212345"})
        void spaces_dashes_and_full_width_digits_do_not_matter(String typed) {
            var code = new TotpCode(typed);

            assertThat(code.digits()).isEqualTo("012345");
            assertThat(new TotpCode(code.digits())).isEqualTo(code);
        }

        @Test
        void more_than_a_thousand_and_some_signs_are_not_even_looked_at() {
            assertThat(new TotpCode("123" + " ".repeat(1018) + "456").digits()).isEqualTo("123456");
            assertThat(refused(TotpCode::new, "123" + " ".repeat(1019) + "456").rule())
                    .isEqualTo("too long");
        }

        @Test
        void eight_digits_are_a_code_too() {
            assertThat(new TotpCode("0708 1804").digits()).isEqualTo("07081804");
        }
    }

    @Nested
    class FromTheMail {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "1234567", "123456789", "123456", "1234567x", "12_345678"})
        void other_than_eight_digits_is_refused(String typed) {
            refused(MailedCode::new, typed);
        }

        @ParameterizedTest
        @ValueSource(strings = {"01234567", "0123 4567", "0123-4567", "０１２３　４５６７", "\t01234567\n"})
        void spaces_dashes_and_full_width_digits_do_not_matter(String typed) {
            var code = new MailedCode(typed);

            assertThat(code.digits()).isEqualTo("01234567");
            assertThat(code.formatted()).isEqualTo("0123 4567");
            assertThat(new MailedCode(code.formatted())).isEqualTo(code);
        }

        @Test
        void a_random_one_keeps_its_leading_zeros() {
            assertThat(MailedCode.random(new Drawing(42)).digits()).isEqualTo("00000042");
            assertThat(MailedCode.random(new Drawing(99_999_999)).digits()).isEqualTo("99999999");
        }

        @Test
        void random_ones_use_every_digit_alike() {
            var random = new SecureRandom();
            var digits = Stream.generate(() -> MailedCode.random(random).digits())
                    .limit(5_000)
                    .flatMapToInt(String::chars);

            assertThat(ChiSquare.of(digits, "0123456789")).isLessThan(60);
        }
    }

    @Nested
    class FromALink {
        private static final String TOKEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

        @Test
        void other_than_32_bytes_in_base64url_is_refused() {
            Stream.of(
                            null,
                            "",
                            TOKEN + "A",
                            TOKEN.substring(1),
                            TOKEN.replace('A', '+'),
                            TOKEN.replace('8', '9'),
                            TOKEN + "=")
                    .forEach(typed -> refused(LinkToken::new, typed));
        }

        @Test
        void a_token_is_kept() {
            assertThat(new LinkToken(TOKEN).value()).isEqualTo(TOKEN);
        }

        @Test
        void no_two_random_ones_are_equal() {
            var random = new SecureRandom();

            assertThat(IntStream.range(0, 1_000).mapToObj(i -> LinkToken.random(random)))
                    .doesNotHaveDuplicates();
        }
    }

    @SuppressWarnings("serial")
    private static final class Drawing extends SecureRandom {
        private final int number;

        Drawing(int number) {
            this.number = number;
        }

        @Override
        public int nextInt(int bound) {
            assertThat(bound).isEqualTo(100_000_000);
            return number;
        }
    }
}
