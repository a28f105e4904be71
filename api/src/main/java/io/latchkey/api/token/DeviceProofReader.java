package io.latchkey.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.command.DeviceProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Verifies proofs of possession in the form of RFC 9449: the only place where a key is read out of a header. Whose key it is,
 * how old the proof is and whether it was seen before is decided with the account.
 */
public final class DeviceProofReader {

    private static final String ALGORITHM = "ES256";
    private static final String TYPE = "dpop+jwt";
    private static final int LONGEST = 2048;
    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern PROOF_ID = Pattern.compile("[\\x21-\\x7E]{16,128}");
    private static final Set<String> HEADER = Set.of("alg", "typ", "jwk");
    private static final Set<String> KEY = Set.of("kty", "crv", "x", "y");

    private final JWSVerifierFactory verifiers = Verification.factory();

    /** Empty when it does not prove anything about a request with this method, address and bearer token. */
    public Optional<DeviceProof> read(String proof, String method, String address, String token) {
        try {
            var signed = SignedJWT.parse(Compact.checked(proof, LONGEST, HEADER));
            var key = key(signed);
            var claims = signed.getJWTClaimsSet();
            return isFor(claims, method, address, token) && isSigned(signed, key)
                    ? Optional.of(new DeviceProof(
                            key.computeThumbprint().toString(),
                            claims.getJWTID(),
                            claims.getIssueTime().toInstant()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | TokenRefused notAProof) {
            return Optional.empty();
        }
    }

    /** The header says three things and the key four, whatever the library would let pass beside them. */
    private static ECKey key(SignedJWT proof) throws ParseException {
        var header = JSONObjectUtils.parse(proof.getHeader().toBase64URL().decodeToString());
        var members = JSONObjectUtils.getJSONObject(header, "jwk");
        if (members == null
                || !members.keySet().equals(KEY)
                || !ALGORITHM.equals(header.get("alg"))
                || !TYPE.equals(header.get("typ"))
                || !(proof.getHeader().getJWK() instanceof ECKey key)
                || !Curve.P_256.equals(key.getCurve())
                || !COORDINATE.matcher(key.getX().toString()).matches()
                || !COORDINATE.matcher(key.getY().toString()).matches()) {
            throw new TokenRefused();
        }
        return key;
    }

    private static boolean isFor(JWTClaimsSet claims, String method, String address, String token)
            throws ParseException {
        var id = claims.getJWTID();
        return claims.getIssueTime() != null
                && id != null
                && PROOF_ID.matcher(id).matches()
                && method.equals(claims.getStringClaim("htm"))
                && address.equals(claims.getStringClaim("htu"))
                && digest(token).equals(claims.getStringClaim("ath"));
    }

    private boolean isSigned(SignedJWT proof, ECKey key) throws JOSEException {
        return proof.verify(verifiers.createJWSVerifier(proof.getHeader(), key.toECPublicKey()));
    }

    private static String digest(String token) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(bytes).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
