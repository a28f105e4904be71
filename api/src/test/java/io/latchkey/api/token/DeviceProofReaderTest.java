package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.latchkey.api.journey.Device;
import io.latchkey.api.stage.TestKeys;
import io.latchkey.command.DeviceProof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Proofs as RFC 9449 has them, and everything that a forger or a careless library might send instead. */
class DeviceProofReaderTest {

    private static final String URL = "https://latchkey.example/v1/account/secret-key";
    private static final String TOKEN = "the token beside it";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ECKey KEY = TestKeys.signing();
    private static final RawToken RAW = new RawToken(KEY);

    private final DeviceProofReader reader = new DeviceProofReader();

    private static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("jti", "01890000-0000-7000-8000-000000000001");
        claims.put("htm", "POST");
        claims.put("htu", URL);
        claims.put("iat", NOW.getEpochSecond());
        claims.put("ath", Device.digest(TOKEN));
        return claims;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String jwk() {
        return json(Map.of("kty", "EC", "crv", "P-256", "x", "" + KEY.getX(), "y", "" + KEY.getY()));
    }

    private static String header() {
        return "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + jwk() + "}";
    }

    private Optional<DeviceProof> read(String proof) {
        return reader.read(proof, "POST", URL, TOKEN);
    }

    private void refusedWithHeader(String header) {
        assertThat(read(RAW.of(header, json(claims())))).as(header).isEmpty();
    }

    private void refusedWithKey(String key) {
        refusedWithHeader(header().replace(jwk(), key));
    }

    @Test
    void the_one_that_these_tests_change_is_good_unchanged() throws Exception {
        assertThat(read(RAW.of(header(), json(claims()))))
                .contains(new DeviceProof(KEY.computeThumbprint().toString(), "" + claims().get("jti"), NOW));
    }

    @Test
    void the_example_client_makes_good_ones() {
        var device = new Device();

        assertThat(read(device.proof("POST", URL, TOKEN)).map(DeviceProof::thumbprint))
                .contains(device.thumbprint());
    }

    @Test
    void it_is_for_one_method_one_address_and_one_token() {
        var proof = RAW.of(header(), json(claims()));

        assertThat(reader.read(proof, "PUT", URL, TOKEN)).isEmpty();
        assertThat(reader.read(proof, "POST", URL + "/", TOKEN)).isEmpty();
        assertThat(reader.read(proof, "POST", URL.replace("https", "http"), TOKEN))
                .isEmpty();
        assertThat(reader.read(proof, "POST", URL, TOKEN + "x")).isEmpty();
        assertThat(reader.read(proof, "POST", URL, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "htm", "htu", "iat", "ath"})
    void every_claim_is_needed_and_of_its_type(String name) {
        for (var other : Arrays.asList(null, Map.of("a", "b"), true, "", List.of(1, 2), "\u0000", 7.5e300)) {
            var changed = claims();
            changed.put(name, other);
            if (!(other instanceof Double) || !name.equals("iat")) {
                assertThat(read(RAW.of(header(), json(changed))))
                        .as(name + " " + other)
                        .isEmpty();
            }
        }
        var without = claims();
        without.remove(name);
        assertThat(read(RAW.of(header(), json(without)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9e18", "9e18", "1e400", "-1", "0.5"})
    void a_time_out_of_all_bounds_breaks_nothing(String time) {
        var proof = RAW.of(header(), json(claims()).replace("" + NOW.getEpochSecond(), time));

        assertThat(read(proof).map(DeviceProof::issuedAt)).isNotEqualTo(Optional.of(NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with a space in the middle",
                "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4"
            })
    void an_id_is_long_enough_and_plain(String id) {
        var claims = claims();
        claims.put("jti", id);
        assertThat(read(RAW.of(header(), json(claims)))).isEmpty();
        claims.put("jti", "a".repeat(129));
        assertThat(read(RAW.of(header(), json(claims)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "es256", "ES256K", "ES384", "HS256", "RS256", "PS256", "EdDSA", "dir"})
    void another_algorithm(String algorithm) {
        refusedWithHeader(header().replace("ES256", algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "device+jwt", "DPOP", "application/dpop+jwt", "dpop"})
    void another_type(String type) {
        refusedWithHeader(header().replace("dpop+jwt", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[]",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"kid\":\"a\"",
                "\"zip\":\"DEF\"",
                "\"jku\":\"http://127.0.0.1/\"",
                "\"x5c\":[\"AAAA\"]",
                "\"alg\":\"none\"",
                "\"typ\":\"dpop+jwt\"",
                "\"jwk\":{}"
            })
    void one_more_member_in_the_header_also_one_it_has(String member) {
        refusedWithHeader("{" + member + "," + header().substring(1));
        refusedWithHeader(header().substring(0, header().length() - 1) + "," + member + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "typ", "jwk"})
    void a_header_without_one_of_its_members(String name) {
        var header = JsonMapper.shared().readValue(header(), Map.class);
        header.remove(name);
        refusedWithHeader(json(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "\"ES256\"", "{}"})
    void a_header_or_claims_that_are_none(String text) {
        refusedWithHeader(text);
        assertThat(read(RAW.of(header(), text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "typ", "jwk"})
    void a_header_with_nothing_for_one_of_its_members(String name) {
        var header = (ObjectNode) JsonMapper.shared().readTree(header());
        refusedWithHeader(json(header.putNull(name)));
    }

    @Test
    void a_private_key_or_one_with_more_to_it() {
        refusedWithKey(KEY.toJSONString());
        refusedWithKey(jwk().replace("}", ",\"d\":\"" + KEY.getD() + "\"}"));
        refusedWithKey(jwk().replace("}", ",\"d\":null}"));
        refusedWithKey(jwk().replace("}", ",\"use\":\"sig\"}"));
    }

    @Test
    void a_key_off_the_curve_of_another_curve_or_of_another_kind() throws Exception {
        refusedWithKey(jwk().replace("" + KEY.getX(), "" + KEY.getY()));
        refusedWithKey(jwk().replace("" + KEY.getX(), "A".repeat(43)));
        refusedWithKey(jwk().replace("" + KEY.getX(), "AA" + KEY.getX()));
        refusedWithKey(jwk().replace("P-256", "P-384"));
        refusedWithKey(new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString());
        refusedWithKey("{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}");
        refusedWithKey("{\"kty\":\"oct\",\"k\":\"AAAA\"}");
        for (var none : List.of("null", "[]", "\"\"", "7", "{}")) {
            refusedWithKey(none);
        }
    }

    @Test
    void the_key_of_somebody_else_in_the_header() {
        var other = new RawToken(TestKeys.signing());

        assertThat(read(other.of(header(), json(claims())))).isEmpty();
    }

    @Test
    void signatures_of_zero_a_bit_off_or_spelled_another_way() {
        var good = RAW.of(header(), json(claims()));
        var head = good.substring(0, good.lastIndexOf('.') + 1);
        assertThat(read(head + Base64URL.encode(new byte[64]))).isEmpty();
        var signature = new Base64URL(good.substring(head.length())).decode();
        signature[5] ^= 1;
        assertThat(read(head + Base64URL.encode(signature))).isEmpty();
        var last = good.charAt(good.length() - 1);
        assertThat(read(good.substring(0, good.length() - 1) + (char) (last + 1)))
                .isEmpty();
        assertThat(read(head)).isEmpty();
    }

    @Test
    void too_long_not_text_or_not_a_token_at_all() {
        var claims = claims();
        claims.put("more", "a".repeat(2048));
        assertThat(read(RAW.of(header(), json(claims)))).isEmpty();
        var bytes = json(claims()).replace("POST", "PO?T").getBytes(StandardCharsets.ISO_8859_1);
        bytes[json(claims()).indexOf("POST") + 2] = (byte) 0xC3;
        assertThat(read(RAW.of(header().getBytes(StandardCharsets.UTF_8), bytes)))
                .isEmpty();
        for (var text : List.of("", ".", "..", "a.b.c", "a.b.c.d.e", "null", "\u0000", "x".repeat(100_000))) {
            assertThat(read(text)).isEmpty();
        }
    }
}
