package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSymbolTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String RECOVERY = "8F4DRDGQS648D4SK4CE76EQZDAVY";
    private static final String BACKUP = "3Q16FKG5F1R6QZV0";
    private static final int[] POWERS = {
        1, 2, 4, 8, 16, 5, 10, 20, 13, 26, 17, 7, 14, 28, 29, 31, 27, 19, 3, 6, 12, 24, 21, 15, 30, 25, 23, 11, 22, 9,
        18
    };

    @Test
    void every_single_substitution_is_refused() {
        var recovery = substitutions(RECOVERY);
        var backup = substitutions(BACKUP);

        assertThat(recovery).hasSize(868).allSatisfy(typed -> refused(RecoveryCode::new, typed));
        assertThat(recovery).allSatisfy(typed -> refused(SecretKey::new, typed));
        assertThat(backup).hasSize(496).allSatisfy(typed -> refused(BackupCode::new, typed));
    }

    @Test
    void every_swap_of_two_different_symbols_is_refused() {
        var recovery = swaps(RECOVERY);

        assertThat(recovery).hasSize(361).allSatisfy(typed -> refused(RecoveryCode::new, typed));
        assertThat(recovery).allSatisfy(typed -> refused(SecretKey::new, typed));
        assertThat(swaps(BACKUP)).isNotEmpty().allSatisfy(typed -> refused(BackupCode::new, typed));
    }

    @Test
    void the_weights_are_the_powers_of_two_in_the_field_of_32() {
        for (var place = 0; place < 30; place++) {
            for (var value = 0; value < 32; value++) {
                var symbols = "0".repeat(place) + ALPHABET.charAt(value) + "0".repeat(29 - place);
                assertThat(SavedCode.check(symbols)).isEqualTo(ALPHABET.charAt(product(value, POWERS[place + 1])));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"000G40R40M30E209185GR38E1W8, X", "8F4DRDGQS648D4SK4CE76EQZDAV, Y", "3Q16FKG5F1R6QZV, 0"})
    void known_check_symbols(String symbols, char check) {
        assertThat(SavedCode.check(symbols)).isEqualTo(check);
    }

    private static int product(int left, int right) {
        return left == 0 ? 0 : POWERS[(logarithm(left) + logarithm(right)) % 31];
    }

    private static int logarithm(int element) {
        return IntStream.range(0, 31)
                .filter(power -> POWERS[power] == element)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> substitutions(String code) {
        var all = new ArrayList<String>();
        for (var place = 0; place < code.length(); place++) {
            for (var value = 0; value < 32; value++) {
                if (ALPHABET.charAt(value) != code.charAt(place)) {
                    all.add(code.substring(0, place) + ALPHABET.charAt(value) + code.substring(place + 1));
                }
            }
        }
        return all;
    }

    private static List<String> swaps(String code) {
        var all = new ArrayList<String>();
        for (var left = 0; left < code.length(); left++) {
            for (var right = left + 1; right < code.length(); right++) {
                var swapped = new StringBuilder(code);
                swapped.setCharAt(left, code.charAt(right));
                swapped.setCharAt(right, code.charAt(left));
                if (!swapped.toString().equals(code)) {
                    all.add(swapped.toString());
                }
            }
        }
        return all;
    }
}
