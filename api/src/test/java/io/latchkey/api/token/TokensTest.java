package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.MovableClock;
import io.latchkey.api.stage.TestKeys;
import io.latchkey.command.SessionGrant;
import io.latchkey.command.Way;
import io.latchkey.event.SessionKind;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.Role;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String ISSUER = "https://latchkey.example";
    private static final String ID = "01890000-0000-7000-8000-000000000001";
    private static final AccountId ANN = new AccountId(ID);
    private static final ECKey KEY = TestKeys.signing();

    private final MovableClock clock = new MovableClock();
    private final Tokens tokens = new Tokens(TestKeys.ring(KEY), ISSUER, TokensTest::id, clock);

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private SessionGrant grant(SessionKind kind) {
        return new SessionGrant(
                ID,
                ID,
                3,
                kind,
                2,
                List.of(Factor.PASSWORD, Factor.TOTP),
                kind == SessionKind.FULL ? List.of(Role.SUPPORT) : List.of(),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(24)));
    }

    private Map<TokenKind, String> oneOfEach() {
        var session = tokens.session(grant(SessionKind.FULL));
        var each = new EnumMap<TokenKind, String>(TokenKind.class);
        each.put(TokenKind.ACCESS, session.access());
        each.put(TokenKind.REFRESH, session.refresh());
        each.put(TokenKind.SIGN_IN, tokens.signIn(ID, ANN, clock.instant().plusSeconds(60)));
        each.put(TokenKind.RECOVERY, tokens.recovery(ID, clock.instant().plusSeconds(60)));
        each.put(TokenKind.DEVICE, tokens.device(ANN, ID));
        return each;
    }

    private Object read(TokenKind door, String token) {
        return switch (door) {
            case ACCESS -> tokens.readAccess(token);
            case REFRESH -> tokens.readRefresh(token);
            case SIGN_IN -> tokens.readSignIn(token);
            case RECOVERY -> tokens.readRecovery(token);
            case DEVICE -> tokens.readDevice(token);
        };
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.readAccess(token))
                .isInstanceOf(TokenRefused.class)
                .hasMessage("token refused");
    }

    @Test
    void only_the_handle_of_a_way_decided_on_the_account_names_it() {
        var end = clock.instant().plus(Duration.ofDays(5));
        assertThat(tokens.readRecovery(tokens.recovery(ID, end)))
                .isEqualTo(new RecoveryHandle(new RecoveryId(ID), Way.RECOVERY_CODE, null));
        var reset = tokens.recovery(ID, Way.DELAYED_RESET, ANN, end);
        assertThat(tokens.readRecovery(reset))
                .isEqualTo(new RecoveryHandle(new RecoveryId(ID), Way.DELAYED_RESET, ANN));
        clock.pass(Duration.ofDays(5).plusSeconds(31));
        assertThatThrownBy(() -> tokens.readRecovery(reset)).isInstanceOf(TokenRefused.class);
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(KEY.getKeyID());
    }

    private JWTClaimsSet.Builder claims() {
        return AccessClaimsFor.builder(ISSUER, ID, clock.instant());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String forged(Consumer<JWTClaimsSet.Builder> change) {
        var claims = claims();
        change.accept(claims);
        return signed(header().build(), claims.build(), signer(KEY));
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @EnumSource(TokenKind.class)
        void each_kind_at_the_door_of_every_other(TokenKind door) {
            oneOfEach().forEach((kind, token) -> {
                if (kind != door) {
                    assertThatThrownBy(() -> read(door, token)).isInstanceOf(TokenRefused.class);
                }
            });
        }

        @Test
        void alg_none() {
            refused(new PlainJWT(claims().build()).serialize());
            refused(Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + KEY.getKeyID() + "\"}") + "."
                    + Base64URL.encode(claims().build().toString()) + ".");
        }

        @Test
        void hs256_with_the_public_key_as_secret() throws JOSEException {
            var secret = KEY.toPublicJWK().toECPublicKey().getEncoded();
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(KEY.getKeyID())
                    .build();
            refused(signed(header, claims().build(), new MACSigner(secret)));
        }

        @Test
        void rs256() throws JOSEException {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(KEY.getKeyID())
                    .build();
            refused(signed(header, claims().build(), new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        }

        @Test
        void a_foreign_key_also_under_our_key_id() {
            refused(signed(header().build(), claims().build(), signer(TestKeys.signing())));
        }

        @Test
        void a_key_the_header_brings_along() throws ParseException {
            var foreign = TestKeys.signing();
            refused(signed(
                    header().jwk(foreign.toPublicJWK())
                            .keyID(foreign.getKeyID())
                            .build(),
                    claims().build(),
                    signer(foreign)));
            refused(signed(header().jwk(KEY.toPublicJWK()).build(), claims().build(), signer(KEY)));
        }

        @Test
        void addresses_of_keys_and_other_header_fields() {
            refused(signed(
                    header().jwkURL(URI.create("https://evil.example/k")).build(), claims().build(), signer(KEY)));
            refused(signed(
                    header().x509CertURL(URI.create("https://evil.example/c")).build(), claims().build(), signer(KEY)));
            refused(signed(header().criticalParams(Set.of("exp")).build(), claims().build(), signer(KEY)));
            refused(signed(header().customParam("x", "y").build(), claims().build(), signer(KEY)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../etc/passwd", "' or 1=1 --", "", "unknown"})
        void a_key_id_that_is_not_in_the_ring(String kid) {
            refused(signed(header().keyID(kid).build(), claims().build(), signer(KEY)));
        }

        @Test
        void no_key_id_or_no_type() {
            refused(signed(header().keyID(null).build(), claims().build(), signer(KEY)));
            refused(signed(header().type(null).build(), claims().build(), signer(KEY)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"JWT", "at+JWS", "refresh+jwt", "application/jwt"})
        void another_type(String type) {
            refused(signed(header().type(new JOSEObjectType(type)).build(), claims().build(), signer(KEY)));
        }

        @Test
        void another_issuer_or_audience() {
            refused(forged(claims -> claims.issuer("https://evil.example")));
            refused(forged(claims -> claims.issuer(ISSUER + "/")));
            refused(forged(claims -> claims.audience("https://evil.example")));
            refused(forged(claims -> claims.audience(List.of(ISSUER, "https://evil.example"))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "iss",
                    "aud",
                    "sub",
                    "exp",
                    "iat",
                    "jti",
                    "client_id",
                    "sid",
                    "scope",
                    "acr",
                    "amr",
                    "auth_time"
                })
        void a_missing_claim(String name) {
            refused(forged(claims -> claims.claim(name, null)));
        }

        @Test
        void expired_or_from_the_future_beyond_thirty_seconds() {
            refused(forged(
                    claims -> claims.expirationTime(Date.from(clock.instant().minusSeconds(31)))));
            refused(forged(claims -> claims.issueTime(Date.from(clock.instant().plusSeconds(31)))));
            refused(forged(
                    claims -> claims.notBeforeTime(Date.from(clock.instant().plusSeconds(31)))));
        }

        @Test
        void every_truncation_and_every_changed_part() {
            var token = tokens.session(grant(SessionKind.FULL)).access();
            for (var length = 0; length < token.length(); length += 7) {
                refused(token.substring(0, length));
            }
            for (var at = 0; at < token.length(); at += 11) {
                var other = token.charAt(at) == 'A' ? 'B' : 'A';
                refused(token.substring(0, at) + other + token.substring(at + 1));
            }
        }

        @Test
        void a_second_spelling_of_the_signature() {
            var token = tokens.session(grant(SessionKind.FULL)).access();
            var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            var last = alphabet.indexOf(token.charAt(token.length() - 1));
            refused(token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1));
            refused(token + "=");
            refused(" " + token);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a.b.c", "null", "{}", "\u0000"})
        void what_is_no_token(String text) {
            refused(text);
        }

        @Test
        void a_token_without_end() {
            refused("a".repeat(1_000_000));
            refused(forged(claims -> claims.claim("x", "y".repeat(5_000))));
        }

        @Test
        void a_device_token_of_somebody_else_is_no_device() {
            var other = new AccountId("01890000-0000-7000-8000-000000000002");
            assertThat(tokens.deviceOf(other, tokens.device(ANN, ID))).isEmpty();
            assertThat(tokens.deviceOf(ANN, "nonsense")).isEmpty();
            assertThat(tokens.deviceOf(ANN, null)).isEmpty();
        }
    }

    @Nested
    class Accepted {

        @ParameterizedTest
        @EnumSource(TokenKind.class)
        void each_kind_at_its_own_door(TokenKind kind) {
            assertThat(read(kind, oneOfEach().get(kind))).isNotNull();
        }

        @Test
        void thirty_seconds_of_skew() {
            tokens.readAccess(forged(
                    claims -> claims.expirationTime(Date.from(clock.instant().minusSeconds(29)))));
            tokens.readAccess(
                    forged(claims -> claims.issueTime(Date.from(clock.instant().plusSeconds(29)))));
        }

        @Test
        void after_rotation_the_newest_key_signs_and_every_key_verifies() throws ParseException {
            var old = tokens.session(grant(SessionKind.FULL)).access();
            var newer = TestKeys.signing();
            var rotated = new Tokens(TestKeys.ring(newer, KEY), ISSUER, TokensTest::id, clock);

            assertThat(rotated.readAccess(old).accountId()).isEqualTo(ANN);
            var fresh = rotated.session(grant(SessionKind.FULL)).access();
            assertThat(SignedJWT.parse(fresh).getHeader().getKeyID()).isEqualTo(newer.getKeyID());
        }

        @Test
        void an_access_token_says_what_rfc_9068_asks() throws ParseException {
            var token = SignedJWT.parse(tokens.session(grant(SessionKind.FULL)).access());
            var claims = token.getJWTClaimsSet();

            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
            assertThat(token.getHeader().getType()).hasToString("at+jwt");
            assertThat(claims.getIssuer()).isEqualTo(ISSUER);
            assertThat(claims.getAudience()).containsExactly(ISSUER);
            assertThat(claims.getClaims())
                    .containsEntry("client_id", "latchkey")
                    .containsEntry("scope", "account")
                    .containsEntry("acr", "urn:latchkey:aal2")
                    .containsEntry("amr", List.of("pwd", "otp"))
                    .containsEntry("roles", List.of("support"))
                    .containsKeys("jti", "auth_time", "sid");
            assertThat(Duration.between(
                            claims.getIssueTime().toInstant(),
                            claims.getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void a_recovery_session_may_bind_and_has_nothing_to_refresh() {
            var issued = tokens.session(grant(SessionKind.RECOVERY));

            assertThat(issued.refresh()).isNull();
            assertThat(tokens.readAccess(issued.access()).scope()).isEqualTo("recovery:bind");
            assertThat(tokens.readAccess(issued.access()).roles()).isEmpty();
        }

        @Test
        void an_access_token_never_outlives_its_session() {
            var ending = clock.instant().plusSeconds(60);
            var grant = new SessionGrant(
                    ID, ID, 1, SessionKind.FULL, 1, List.of(Factor.PASSWORD), List.of(), clock.instant(), ending);

            assertThat(tokens.session(grant).expiresIn()).isEqualTo(60);
        }

        @Test
        void every_token_has_its_own_id() throws ParseException {
            var one = SignedJWT.parse(tokens.device(ANN, ID)).getJWTClaimsSet().getJWTID();
            var other =
                    SignedJWT.parse(tokens.device(ANN, ID)).getJWTClaimsSet().getJWTID();
            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void nothing_prints_a_token() {
        assertThat(tokens.session(grant(SessionKind.FULL)).toString()).isEqualTo("IssuedTokens[hidden]");
        assertThat(Arrays.toString(TokenKind.values())).doesNotContain("ey");
    }
}
