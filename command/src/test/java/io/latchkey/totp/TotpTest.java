package io.latchkey.totp;

import static io.latchkey.value.TotpAlgorithm.SHA1;
import static io.latchkey.value.TotpAlgorithm.SHA256;
import static io.latchkey.value.TotpAlgorithm.SHA512;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.value.Malformed;
import io.latchkey.value.TotpAlgorithm;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void rfc_4226_appendix_d(long counter, String code) {
        assertThat(Totp.code(key(20), SHA1, 6, counter)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 1, 94287082, 46119246, 90693936",
        "1111111109, 23523EC, 07081804, 68084774, 25091201",
        "1111111111, 23523ED, 14050471, 67062674, 99943326",
        "1234567890, 273EF07, 89005924, 91819424, 93441116",
        "2000000000, 3F940AA, 69279037, 90698825, 38618901",
        "20000000000, 27BC86AA, 65353130, 77737706, 47863826"
    })
    void rfc_6238_appendix_b(long time, String hexadecimal, String sha1, String sha256, String sha512) {
        var step = Totp.step(Instant.ofEpochSecond(time), 30);

        assertThat(step).isEqualTo(Long.parseLong(hexadecimal, 16));
        assertCode(20, SHA1, step, sha1);
        assertCode(32, SHA256, step, sha256);
        assertCode(64, SHA512, step, sha512);
    }

    @Test
    void a_step_lasts_its_period_to_the_last_nanosecond() {
        assertThat(Totp.step(Instant.parse("1970-01-01T00:00:29.999999999Z"), 30))
                .isZero();
        assertThat(Totp.step(Instant.ofEpochSecond(30), 30)).isOne();
        assertThat(Totp.step(Instant.ofEpochSecond(-1), 30)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"SHA1, 5, 30", "SHA1, 7, 30", "SHA1, 9, 30", "SHA1, 6, 14", "SHA1, 6, 121", "SHA1, 6, 0"})
    void parameters_no_app_understands_are_refused(TotpAlgorithm algorithm, int digits, int period) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new TotpParameters(algorithm, digits, period));
    }

    @ParameterizedTest
    @CsvSource({"SHA1, 6, 15, 20", "SHA256, 8, 30, 32", "SHA512, 6, 120, 64"})
    void a_key_is_as_long_as_the_hash(TotpAlgorithm algorithm, int digits, int period, int bytes) {
        assertThat(new TotpParameters(algorithm, digits, period).keyLength()).isEqualTo(bytes);
    }

    @Test
    void the_default_is_what_every_app_understands() {
        assertThat(TotpParameters.DEFAULT).isEqualTo(new TotpParameters(SHA1, 6, 30));
    }

    private static void assertCode(int keyLength, TotpAlgorithm algorithm, long step, String eightDigits) {
        assertThat(Totp.code(key(keyLength), algorithm, 8, step)).isEqualTo(eightDigits);
        assertThat(Totp.code(key(keyLength), algorithm, 6, step)).isEqualTo(eightDigits.substring(2));
    }

    private static byte[] key(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(US_ASCII);
    }
}
