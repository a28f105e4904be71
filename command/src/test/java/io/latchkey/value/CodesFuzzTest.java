package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people type as a code: in one spelling, or Malformed. */
class CodesFuzzTest extends Fuzzing {

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY",
                "sku1 8f4d rdgq s648 d4sk 4ce7 6eqz davy",
                "BKU1-0F4D-RDGQ-S648-D4S",
                "123 456",
                "１２３４５６７８",
                "8F4DRDGQS648D4SK4CE76EQZDAVY");
    }

    @Override
    protected void once(byte[] input) {
        var typed = new String(input, StandardCharsets.UTF_8);
        reads(typed, RecoveryCode::new, RecoveryCode::formatted, "RCU1(-[0-9A-HJKMNP-TV-Z]{4}){7}");
        reads(typed, SecretKey::new, SecretKey::formatted, "SKU1(-[0-9A-HJKMNP-TV-Z]{4}){7}");
        reads(typed, BackupCode::new, BackupCode::formatted, "BKU1-[0-9](?:-?[0-9A-HJKMNP-TV-Z]){15}");
        reads(typed, TotpCode::new, TotpCode::digits, "\\d{6}|\\d{8}");
        reads(typed, MailedCode::new, MailedCode::formatted, "\\d{4} \\d{4}");
        var bytes = Arrays.copyOf(input, 17);
        assertThat(new RecoveryCode(RecoveryCode.of(bytes).formatted())).isEqualTo(RecoveryCode.of(bytes));
        assertThat(new SecretKey(SecretKey.of(bytes).formatted())).isEqualTo(SecretKey.of(bytes));
        var slot = Math.floorMod(bytes[16], 10);
        assertThat(new BackupCode(BackupCode.of(slot, bytes).formatted()).slot())
                .isEqualTo(slot);
    }

    private static <C> void reads(
            String typed, Function<String, C> reading, Function<C, String> writing, String spelling) {
        try {
            var code = reading.apply(typed);
            assertThat(writing.apply(code)).matches(spelling);
            assertThat(reading.apply(writing.apply(code))).isEqualTo(code);
        } catch (Malformed refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(100);
        }
    }
}
