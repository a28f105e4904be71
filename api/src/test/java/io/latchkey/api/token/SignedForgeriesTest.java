package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.latchkey.MovableClock;
import io.latchkey.api.stage.TestKeys;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tokens somebody with our signing key, or with none at all, might write (requirements JW-1 to JW-15). */
class SignedForgeriesTest {

    private static final String ISSUER = "https://latchkey.example";
    private static final String ID = "01890000-0000-7000-8000-000000000001";
    private static final List<String> NOT_READ = List.of("client_id", "acr", "amr", "jti");
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final MovableClock CLOCK = new MovableClock();
    private static final ECKey KEY = TestKeys.signing();
    private static final RawToken RAW = new RawToken(KEY);
    private static final Tokens TOKENS =
            new Tokens(TestKeys.ring(KEY), ISSUER, () -> UUID.randomUUID().toString(), CLOCK);

    private static Map<String, Object> claims(TokenKind kind) {
        var now = CLOCK.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>(
                Map.of("iss", ISSUER, "aud", ISSUER, "sub", ID, "iat", now, "exp", now + 60, "jti", ID));
        claims.putAll(
                switch (kind) {
                    case ACCESS ->
                        Map.of(
                                "client_id",
                                "latchkey",
                                "sid",
                                ID,
                                "scope",
                                "account",
                                "acr",
                                "urn:latchkey:aal2",
                                "amr",
                                List.of("pwd"),
                                "auth_time",
                                now);
                    case REFRESH -> Map.of("sid", ID, "gen", 1);
                    case SIGN_IN -> Map.of("acc", ID);
                    case RECOVERY -> Map.of();
                    case DEVICE -> Map.of("did", ID);
                });
        return claims;
    }

    private static String json(Map<String, Object> claims) {
        return JsonMapper.shared().writeValueAsString(claims);
    }

    private static String token(TokenKind kind, Map<String, Object> claims) {
        return RAW.of(RAW.header(kind), json(claims));
    }

    private static Object read(TokenKind door, String token) {
        return switch (door) {
            case ACCESS -> TOKENS.readAccess(token);
            case REFRESH -> TOKENS.readRefresh(token);
            case SIGN_IN -> TOKENS.readSignIn(token);
            case RECOVERY -> TOKENS.readRecovery(token);
            case DEVICE -> TOKENS.readDevice(token);
        };
    }

    private static void refused(TokenKind door, String token) {
        assertThatThrownBy(() -> read(door, token)).as(token).isInstanceOf(TokenRefused.class);
    }

    private static void refusedWithHeader(String header) {
        refused(TokenKind.ACCESS, RAW.of(header, json(claims(TokenKind.ACCESS))));
    }

    static Stream<Arguments> everyClaim() {
        return Arrays.stream(TokenKind.values())
                .flatMap(kind -> claims(kind).keySet().stream().map(name -> Arguments.of(kind, name)));
    }

    @ParameterizedTest
    @EnumSource(TokenKind.class)
    void what_these_tests_change_is_good_unchanged(TokenKind kind) {
        assertThatCode(() -> read(kind, token(kind, claims(kind)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("everyClaim")
    void every_claim_is_needed_and_of_its_type(TokenKind kind, String name) {
        var without = claims(kind);
        without.remove(name);
        refused(kind, token(kind, without));
        for (var other : Arrays.asList(null, Map.of("a", "b"), true, "", List.of(1, 2))) {
            var changed = claims(kind);
            changed.put(name, other);
            var opensNothing = name.equals("scope") && "".equals(other);
            if (other == null || !opensNothing && !NOT_READ.contains(name)) {
                refused(kind, token(kind, changed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 179_526_242_624_262_400L})
    void a_time_that_is_none(long seconds) {
        var claims = claims(TokenKind.ACCESS);
        claims.put("auth_time", seconds);
        refused(TokenKind.ACCESS, token(TokenKind.ACCESS, claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "01890000-0000-7000-8000-00000000000", "' or 1=1 --", "ROOT"})
    void a_subject_that_is_no_id_and_a_role_that_is_none(String text) {
        for (var kind : TokenKind.values()) {
            var claims = claims(kind);
            claims.put("sub", text);
            refused(kind, token(kind, claims));
        }
        var claims = claims(TokenKind.ACCESS);
        claims.put("roles", List.of(text));
        refused(TokenKind.ACCESS, token(TokenKind.ACCESS, claims));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "None",
                "",
                "es256",
                "ES256K",
                "ES384",
                "ES512",
                "HS256",
                "HS384",
                "RS256",
                "PS256",
                "EdDSA",
                "dir",
                "ECDH-ES",
                "PBES2-HS256+A128KW"
            })
    void another_algorithm_in_the_header(String algorithm) {
        refusedWithHeader(RAW.header(TokenKind.ACCESS).replace("ES256", algorithm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"zip\":\"DEF\"",
                "\"crit\":[]",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"p2c\":2147483647",
                "\"cty\":\"JWT\"",
                "\"x5c\":[\"AAAA\"]",
                "\"alg\":\"none\"",
                "\"alg\":\"ES256\"",
                "\"kid\":\"../../../../dev/null\"",
                "\"typ\":\"at+jwt\""
            })
    void one_more_member_in_the_header_also_one_it_has(String member) {
        refusedWithHeader(RAW.header(TokenKind.ACCESS).replace("}", "," + member + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "{\"kid\":{}}", "{\"a\":\"b\"}"})
    void a_key_id_that_is_no_text(String kid) {
        refusedWithHeader(RAW.header(TokenKind.ACCESS).replace("\"" + KEY.getKeyID() + "\"", kid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "\"ES256\"", "{}"})
    void a_header_that_is_no_header(String header) {
        refusedWithHeader(header);
    }

    @Test
    void a_doubled_claim() {
        var once = json(claims(TokenKind.ACCESS));
        refused(
                TokenKind.ACCESS,
                RAW.of(
                        RAW.header(TokenKind.ACCESS),
                        once.replace("\"scope\":\"account\"", "\"scope\":\"recovery:bind\",\"scope\":\"account\"")));
    }

    @Test
    void text_that_is_no_utf_8() {
        var claims = json(claims(TokenKind.ACCESS)).replace("latchkey\"", "latch?\"");
        var bytes = claims.getBytes(StandardCharsets.ISO_8859_1);
        bytes[claims.indexOf('?')] = (byte) 0xC3;
        refused(TokenKind.ACCESS, RAW.of(RAW.header(TokenKind.ACCESS).getBytes(StandardCharsets.UTF_8), bytes));
    }

    @Test
    void signatures_of_zero_or_of_the_order_of_the_curve() {
        var good = token(TokenKind.ACCESS, claims(TokenKind.ACCESS));
        var head = good.substring(0, good.lastIndexOf('.') + 1);
        var signature = new Base64URL(good.substring(head.length())).decode();
        var r = Arrays.copyOf(signature, 32);
        var s = Arrays.copyOfRange(signature, 32, 64);
        var zero = new byte[32];
        var order = Arrays.copyOfRange(ORDER.toByteArray(), 1, 33);
        for (var pair : List.of(
                new byte[][] {zero, zero},
                new byte[][] {zero, s},
                new byte[][] {r, zero},
                new byte[][] {order, order},
                new byte[][] {order, s},
                new byte[][] {r, order},
                new byte[][] {s, r})) {
            var forged = Arrays.copyOf(pair[0], 64);
            System.arraycopy(pair[1], 0, forged, 32, 32);
            refused(TokenKind.ACCESS, head + Base64URL.encode(forged));
        }
    }

    @Test
    void five_parts_and_json_are_no_tokens() {
        var good = token(TokenKind.ACCESS, claims(TokenKind.ACCESS));
        var parts = good.split("\\.");
        refused(TokenKind.ACCESS, parts[0] + ".." + parts[1] + "." + parts[2] + ".");
        refused(TokenKind.ACCESS, good + "." + good);
        refused(
                TokenKind.ACCESS,
                "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(parts[1], parts[0], parts[2]));
    }

    @Test
    void nothing_is_fetched_from_an_address_in_the_header() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door.setSoTimeout(300);
            var address = "http://127.0.0.1:" + door.getLocalPort() + "/keys";
            for (var name : List.of("jku", "x5u")) {
                refusedWithHeader(RAW.header(TokenKind.ACCESS).replace("}", ",\"" + name + "\":\"" + address + "\"}"));
            }
            refusedWithHeader(RAW.header(TokenKind.ACCESS).replace(KEY.getKeyID(), address));
            assertThatThrownBy(door::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_token_of_another_installation_with_our_name() {
        var other = new RawToken(TestKeys.signing());
        var claims = json(claims(TokenKind.ACCESS));
        refused(TokenKind.ACCESS, other.of(other.header(TokenKind.ACCESS), claims));
        refused(TokenKind.ACCESS, other.of(RAW.header(TokenKind.ACCESS), claims));
        var foreign = claims(TokenKind.ACCESS);
        foreign.put("iss", "https://other.example");
        refused(TokenKind.ACCESS, token(TokenKind.ACCESS, foreign));
        assertThat(read(TokenKind.ACCESS, RAW.of(RAW.header(TokenKind.ACCESS), claims)))
                .isNotNull();
    }
}
