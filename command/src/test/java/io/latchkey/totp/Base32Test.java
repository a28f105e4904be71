package io.latchkey.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.value.Malformed;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
    @ParameterizedTest
    @ValueSource(strings = {"M", "MZX", "MZXW6Y", "M0", "M1", "M8", "MY=A", "M!", "ＭＹ", "MY=======", "MY-"})
    void what_is_no_base32_is_refused(String typed) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Base32.decode(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI",
        "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    })
    void rfc_4648_section_10_without_padding(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(base32);
        assertThat(Base32.decode(base32)).asString(US_ASCII).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JBSWY3DPEHPK3PXP", "jbsw y3dp ehpk 3pxp", " JBSWY3DP\tEHPK3PXP\n"})
    void a_known_key_is_read_as_people_type_it(String typed) {
        assertThat(Base32.decode(typed)).isEqualTo(HexFormat.of().parseHex("48656C6C6F21DEADBEEF"));
    }

    @ParameterizedTest
    @CsvSource({"MY======, f", "mzxq====, fo", "MZXW6===, foo", "mzxw6yq=, foob", "MZXW 6YTB OI== ====, foobar"})
    void padding_is_read_too(String typed, String text) {
        assertThat(Base32.decode(typed)).asString(US_ASCII).isEqualTo(text);
    }

    @Test
    void keys_of_every_length_read_back() {
        var random = new SecureRandom();
        for (var length = 0; length <= 70; length++) {
            var key = new byte[length];
            random.nextBytes(key);
            assertThat(Base32.decode(Base32.encode(key))).isEqualTo(key);
        }
    }
}
