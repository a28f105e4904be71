package io.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.fuzz.Fuzzing;
import io.latchkey.value.Malformed;
import io.latchkey.value.TotpAlgorithm;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Issuer and account stay what they are inside the URI, and the key is read back from it. */
class OtpauthUriFuzzTest extends Fuzzing {

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "Latchkey\nann@example.org\n12345678901234567890",
                "A & B?\nann+tag@example.org&secret=AAAA\nkey",
                "Ünïcödé\n例え#x\n\0\0\0");
    }

    @Override
    protected void once(byte[] input) {
        var parts = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        var issuer = parts[0];
        var account = parts.length > 1 ? parts[1] : "";
        var key = parts.length > 2 ? parts[2].getBytes(StandardCharsets.UTF_8) : input;
        var uri = URI.create(OtpauthUri.of(issuer, account, key, new TotpParameters(TotpAlgorithm.SHA256, 8, 30)));

        assertThat(uri.toString()).matches("[\\x21-\\x7E]+").hasSizeLessThan(150 + 20 * input.length);
        assertThat(uri.getScheme() + "://" + uri.getHost()).isEqualTo("otpauth://totp");
        assertThat(uri.getFragment()).isNull();
        var query = uri.getRawQuery().split("&");
        assertThat(query).hasSize(5);
        assertThat(Base32.decode(query[0].substring("secret=".length()))).isEqualTo(key);
        assertThat(decoded(query[1])).isEqualTo("issuer=" + issuer);
        assertThat(uri.getPath()).isEqualTo("/" + issuer + ":" + account);
        readsBack(input);
    }

    private static void readsBack(byte[] input) {
        assertThat(Base32.decode(Base32.encode(input))).isEqualTo(input);
        try {
            var bytes = Base32.decode(new String(input, StandardCharsets.UTF_8));
            assertThat(bytes).hasSizeLessThanOrEqualTo(input.length);
            assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
        } catch (Malformed refused) {
            assertThat(refused.field()).isEqualTo("base32");
        }
    }

    private static String decoded(String parameter) {
        return URLDecoder.decode(parameter.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
