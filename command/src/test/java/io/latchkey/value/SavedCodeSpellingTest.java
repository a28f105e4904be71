package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedCodeSpellingTest {
    private static final String BODY = "8F4DRDGQS648D4SK4CE76EQZDAVY";
    private static final String CODE = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY";

    static Stream<String> spellings() {
        return Stream.of(
                CODE,
                BODY,
                CODE.toLowerCase(Locale.ROOT),
                CODE.replace('-', ' '),
                CODE.replace('-', '\u2013'),
                CODE.replace('-', '\u2014'),
                CODE.replace('-', '\u2011'),
                CODE.replace('-', '\u2212'),
                CODE.replace('-', '_'),
                CODE.replace('-', '.'),
                CODE.replace('-', '\u00A0'),
                CODE.replace('-', '\u3000'),
                CODE.substring(5),
                CODE.replace("RCU1", "RCUI"),
                CODE.replace("RCU1", "rcul"),
                CODE.replace("RCU1", "rcui"),
                " \t" + CODE + "\r\n",
                wide(CODE),
                wide(CODE.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void all_of_these_are_the_same_code(String typed) {
        assertThat(new RecoveryCode(typed).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_secret_key_is_read_alike(String typed) {
        var key = typed.replaceFirst("(?i)^RCU", "SKU").replaceFirst("^ \tRCU", "SKU");

        assertThat(new SecretKey(key.replace("ＲＣＵ", "ＳＫＵ").replace("ｒｃｕ", "ｓｋｕ")).body())
                .isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000G4OR4OM3OE2O9I85GR38ELW8X",
                "ooog-4or4-om3o-e2o9-185g-r38e-iw8x",
                "RCUl-ooog4or4om3oe2o9l85gr38elw8x"
            })
    void the_letters_o_i_and_l_are_read_as_digits(String typed) {
        assertThat(new RecoveryCode(typed).body()).isEqualTo("000G40R40M30E209185GR38E1W8X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bkul 3ql6 fkg5 flr6 qzvo",
                "3qi6fkg5fir6qzvO",
                "BKUI–3Q16–FKG5–F1R6–QZV0",
                "ｂｋｕ１３ｑ１６ｆｋｇ５ｆ１ｒ６ｑｚｖ０"
            })
    void a_backup_code_is_read_alike(String typed) {
        assertThat(new BackupCode(typed).body()).isEqualTo("3Q16FKG5F1R6QZV0");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void a_turkish_machine_reads_them_alike() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat("i".toUpperCase(Locale.getDefault())).isEqualTo("\u0130");
            assertThat(spellings())
                    .allSatisfy(
                            typed -> assertThat(new RecoveryCode(typed).body()).isEqualTo(BODY));
            assertThat(new BackupCode("bkui-3qi6-fkg5-fir6-qzv0").formatted()).isEqualTo("BKU1-3Q16-FKG5-F1R6-QZV0");
            assertThat(new EmailAddress("IAN@MAIL.ORG").lookup()).isEqualTo("ian@mail.org");
            assertThat(new EmailAddress("IAN@MAIL.ORG").value()).isEqualTo("IAN@mail.org");
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String wide(String code) {
        return code.chars()
                .map(symbol -> symbol + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
