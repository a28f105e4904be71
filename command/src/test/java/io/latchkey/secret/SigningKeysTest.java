package io.latchkey.secret;

import static io.latchkey.secret.Fixture.NEW_KEK;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.signing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final String RFC_7638 = """
            {"kty":"RSA","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tS\
            oc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8\
            KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44\
            -csFCur-kEgU8awapJzKnqDKgw"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\",\"k\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}",
                "{\"keys\":[]}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1\",\"d\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"d\":\"AQ\"}"
            })
    void only_a_whole_private_key_on_its_curve_signs(String json) {
        refused(json);
    }

    @Test
    void another_curve_does_not_sign() throws JOSEException {
        refused(new ECKeyGenerator(Curve.P_384).generate().toJSONString());
    }

    @Test
    void a_signing_key_is_named_by_its_thumbprint() throws ParseException, JOSEException {
        var members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";
        var thumbprint = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256(members.getBytes(StandardCharsets.UTF_8)));

        assertThat(ring(signing().replace("{", "{\"kid\":\"mine\",")).signing())
                .extracting(JWK::getKeyID)
                .containsExactly(thumbprint);
        assertThat(RSAKey.parse(RFC_7638).computeThumbprint())
                .hasToString("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void several_signing_keys_come_as_a_set_and_only_their_public_half_is_published() throws JOSEException {
        var newest = new ECKeyGenerator(Curve.P_256).generate();
        var ring = ring("{\"keys\":[" + newest.toJSONString() + "," + signing() + "]}");

        assertThat(ring.signing()).hasSize(2).allMatch(ECKey::isPrivate);
        assertThat(ring.signing().getFirst().getD()).isEqualTo(newest.getD());
        assertThat(ring.published().getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
        assertThat(ring.published().toString()).contains("ES256", "sig").doesNotContain("\"d\"");
    }

    private static void refused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring(json))
                .withMessageStartingWith(KeyRing.SIGNING + " ")
                .withMessageEndingWith(".");
    }

    private static KeyRing ring(String signing) {
        return KeyRing.of(NEW_KEK, OLD_KEK, "AgECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", signing);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
