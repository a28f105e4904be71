package io.latchkey.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import io.latchkey.secret.KeyRing;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Verifies with the keys of the ring and no others: what a header says about keys is looked up, never followed. */
final class TokenReader {

    private static final int LONGEST = 4096;
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private final Map<TokenKind, JWTProcessor<SecurityContext>> doors = new EnumMap<>(TokenKind.class);

    TokenReader(KeyRing keys, String issuer, Clock clock) {
        Arrays.stream(TokenKind.values()).forEach(kind -> doors.put(kind, door(kind, keys, issuer, clock)));
    }

    JWTClaimsSet read(TokenKind kind, String token) {
        try {
            return Objects.requireNonNull(doors.get(kind)).process(strict(token), null);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            throw new TokenRefused();
        }
    }

    private static JWTProcessor<SecurityContext> door(TokenKind kind, KeyRing keys, String issuer, Clock clock) {
        var door = new DefaultJWTProcessor<SecurityContext>();
        door.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(kind.type())));
        door.setJWSVerifierFactory(Verification.factory());
        door.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256), new ImmutableJWKSet<>(keys.published())));
        door.setJWTClaimsSetVerifier(new ClaimsRule(kind, issuer, clock));
        return door;
    }

    private static SignedJWT strict(String token) throws ParseException {
        return SignedJWT.parse(Compact.checked(token, LONGEST, HEADER));
    }
}
