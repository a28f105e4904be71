package io.latchkey.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import io.latchkey.secret.KeyRing;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Verifies with the keys of the ring and no others: what a header says about keys is looked up, never followed. */
final class TokenReader {

    private static final int LONGEST = 4096;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");
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

    /** One spelling only: the last symbol of a signature has unused bits, and they must be zero. */
    private static SignedJWT strict(String token) throws ParseException {
        if (token.length() > LONGEST || !COMPACT.matcher(token).matches() || !isHeader(JOSEObject.split(token)[0])) {
            throw new TokenRefused();
        }
        var signed = SignedJWT.parse(token);
        var signature = signed.getSignature();
        if (!Base64URL.encode(signature.decode()).equals(signature)
                || !isText(signed.getPayload().toBase64URL())) {
            throw new TokenRefused();
        }
        return signed;
    }

    /** Looked at before the library does, which stumbles over a header that is {@code null}. */
    private static boolean isHeader(Base64URL header) throws ParseException {
        var parameters = JSONObjectUtils.parse(header.decodeToString());
        return isText(header)
                && parameters != null
                && HEADER.equals(parameters.keySet())
                && !parameters.containsValue(null);
    }

    /** The library would read broken UTF-8 with a replacement for what it cannot read (RFC 8725, 3.7). */
    private static boolean isText(Base64URL part) {
        return Arrays.equals(part.decode(), part.decodeToString().getBytes(StandardCharsets.UTF_8));
    }
}
