package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two hundred thousand codes of five kinds: every position alike, none twice, as many random bits as stated. */
@Execution(ExecutionMode.CONCURRENT)
class RandomnessTest {

    private static final int MANY = 40_000;
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final SecureRandom random = new SecureRandom();

    private static String[] drawn(Supplier<String> code) {
        return Stream.generate(code).limit(MANY).toArray(String[]::new);
    }

    /** Above the bound by chance once in ten million: 31 and 9 degrees of freedom, 63 for links. */
    private static void alike(String[] codes, int position, String alphabet) {
        var symbols = Arrays.stream(codes).mapToInt(code -> code.charAt(position));
        int freedom = alphabet.length() - 1;
        assertThat(ChiSquare.of(symbols, alphabet))
                .as("position " + position)
                .isLessThan(freedom + 6 * Math.sqrt(2.0 * freedom) + 18);
    }

    private static void alike(String[] codes, int from, int to, String alphabet) {
        for (int position = from; position < to; position++) {
            alike(codes, position, alphabet);
        }
        assertThat(new HashSet<>(Arrays.asList(codes))).hasSize(MANY);
    }

    @Test
    void recovery_codes_and_secret_keys_have_27_random_symbols() {
        alike(drawn(() -> RecoveryCode.random(random).body()), 0, 27, SYMBOLS);
        alike(drawn(() -> SecretKey.random(random).body()), 0, 27, SYMBOLS);
    }

    @Test
    void backup_codes_have_14_random_symbols_after_their_slot() {
        alike(drawn(() -> BackupCode.random(3, random).body()), 1, 15, SYMBOLS);
    }

    @Test
    void link_tokens_have_256_random_bits() {
        var tokens = drawn(() -> LinkToken.random(random).value());
        alike(tokens, 0, 42, BASE64URL);
        alike(tokens, 42, "AEIMQUYcgkosw048");
    }

    @Test
    void mailed_codes_have_eight_random_digits_and_repeat_as_chance_has_it() {
        var codes = drawn(() -> MailedCode.random(random).digits());
        for (int position = 0; position < 8; position++) {
            alike(codes, position, DIGITS);
        }
        assertThat(MANY - new HashSet<>(Arrays.asList(codes)).size()).isLessThan(8 + 30);
    }
}
