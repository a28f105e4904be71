package io.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.value.TotpAlgorithm;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OtpauthUriTest {
    private static final byte[] KEY = Base32.decode("HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ");

    @Test
    void the_golden_uri() {
        assertThat(OtpauthUri.of("ACME Co", "john.doe@email.com", KEY, TotpParameters.DEFAULT))
                .isEqualTo("otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ"
                        + "&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void other_parameters_are_told() {
        var parameters = new TotpParameters(TotpAlgorithm.SHA512, 8, 60);

        assertThat(OtpauthUri.of("Latchkey", "ann", KEY, parameters)).endsWith("&algorithm=SHA512&digits=8&period=60");
    }

    @Test
    void nothing_typed_can_leave_its_place() {
        var uri = OtpauthUri.of("A:B&C=D?#/+*~%", "a+b:c&d@é.org", KEY, TotpParameters.DEFAULT);

        assertThat(uri)
                .startsWith("otpauth://totp/A%3AB%26C%3DD%3F%23%2F%2B%2A~%25:a%2Bb%3Ac%26d@%C3%A9.org?secret=")
                .contains("&issuer=A%3AB%26C%3DD%3F%23%2F%2B%2A~%25&algorithm=");
        assertThat(URI.create(uri).getPath()).isEqualTo("/A:B&C=D?#/+*~%:a+b:c&d@é.org");
    }
}
