package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedCodesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CANARY =
            "\\b(RCU1(-[0-9A-HJKMNP-TV-Z]{4}){7}|SKU1(-[0-9A-HJKMNP-TV-Z]{4}){7}|BKU1(-[0-9A-HJKMNP-TV-Z]{4}){4})\\b";
    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "RCU",
                "RCU1",
                "RCU1-",
                "RCU1-8F4D",
                "8F4DRDGQS648D4SK4CE76EQZDAVU",
                "8F4DRDGQS648D4SK4CE76EQZDAV",
                "8F4DRDGQS648D4SK4CE76EQZDAVY0",
                "8F4DRDGQS648D4SK4CE76EQZDAV!",
                "BKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY",
                "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY",
                "RCU2-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY",
                "RCU1-RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY",
                "8F4DRDGQS648D4SK4CE76EQZDAV\u200BY"
            })
    void what_is_no_recovery_code_is_refused(String typed) {
        refused(RecoveryCode::new, typed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "BKU1", "3Q16-FKG5-F1R6-QZV1", "RCU1-3Q16-FKG5-F1R6-QZV0", "BKU1-3Q16-FKG5-F1R6"})
    void what_is_no_backup_code_is_refused(String typed) {
        refused(BackupCode::new, typed);
    }

    @Test
    void a_backup_code_starts_with_its_slot() {
        assertThat(refused(BackupCode::new, SavedCode.checked("AQ16FKG5F1R6QZV"))
                        .rule())
                .contains("digit");
        assertThat(refused(slot -> BackupCode.random(Integer.parseInt(slot), RANDOM), "10")
                        .field())
                .isEqualTo("slot");
        assertThat(refused(slot -> BackupCode.random(Integer.parseInt(slot), RANDOM), "-1")
                        .field())
                .isEqualTo("slot");
        assertThat(IntStream.range(0, 10)
                        .map(slot -> BackupCode.random(slot, RANDOM).slot()))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8F4DRDGQS648D4SK4CE76EQZDAV!", "8F4DRDGQS648D4SK4CE76EQZDAVU", "!"})
    void a_symbol_of_no_code_is_told_before_anything_else(String typed) {
        assertThat(refused(RecoveryCode::new, typed).rule()).startsWith("only digits and letters");
    }

    @Test
    void endless_input_is_refused() {
        refused(RecoveryCode::new, "-".repeat(1_000_000) + "8F4DRDGQS648D4SK4CE76EQZDAVY");
    }

    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f10, 000G-40R4-0M30-E209-185G-R38E-1W8X",
        "43c8dc3617c988869333231c733aff6ab6, 8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"
    })
    void codes_from_known_bytes(String bytes, String body) {
        assertThat(RecoveryCode.of(HexFormat.of().parseHex(bytes)).formatted()).isEqualTo("RCU1-" + body);
        assertThat(SecretKey.of(HexFormat.of().parseHex(bytes)).formatted()).isEqualTo("SKU1-" + body);
    }

    @Test
    void a_backup_code_from_known_bytes() {
        var code = BackupCode.of(3, HexFormat.of().parseHex("b84cf9c0af0e0d7fef"));

        assertThat(code.formatted()).isEqualTo("BKU1-3Q16-FKG5-F1R6-QZV0");
        assertThat(code.body()).isEqualTo("3Q16FKG5F1R6QZV0");
        assertThat(code.slot()).isEqualTo(3);
    }

    @Test
    void random_codes_have_the_shape_that_scanners_look_for_and_read_back() {
        for (var i = 0; i < 500; i++) {
            var recovery = RecoveryCode.random(RANDOM);
            var secret = SecretKey.random(RANDOM);
            var backup = BackupCode.random(i % 10, RANDOM);

            assertThat(Stream.of(recovery.formatted(), secret.formatted(), backup.formatted()))
                    .allSatisfy(code -> assertThat(code).matches(CANARY));
            assertThat(new RecoveryCode(recovery.formatted())).isEqualTo(recovery);
            assertThat(new RecoveryCode(recovery.body())).isEqualTo(recovery);
            assertThat(new SecretKey(secret.formatted())).isEqualTo(secret);
            assertThat(new SecretKey(secret.body())).isEqualTo(secret);
            assertThat(new BackupCode(backup.formatted())).isEqualTo(backup);
            assertThat(new BackupCode(backup.body())).isEqualTo(backup);
        }
    }

    @Test
    void random_codes_use_every_symbol_alike() {
        var symbols = Stream.generate(() -> RecoveryCode.random(RANDOM))
                .limit(2_000)
                .flatMapToInt(code -> code.body().chars());

        assertThat(ChiSquare.of(symbols, ALPHABET)).isLessThan(120);
    }
}
