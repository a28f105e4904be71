package io.latchkey.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads keys as an operator writes them; a failure names the property and never the value. */
final class KeyTexts {

    private static final int LENGTH = 32;

    private KeyTexts() {}

    static List<OctetSequenceKey> secrets(String property, @Nullable String text) {
        return Arrays.stream(present(property, text).split(",", -1))
                .map(one -> secret(property, one))
                .toList();
    }

    static OctetSequenceKey secret(String property, @Nullable String text) {
        var bytes = decoded(property, present(property, text));
        if (bytes.length != LENGTH) {
            throw wrong(property, "must be 32 bytes in base64, but is " + bytes.length);
        }
        return new OctetSequenceKey.Builder(bytes).keyID(keyId(bytes)).build();
    }

    static List<ECKey> signing(String property, @Nullable String text) {
        var json = present(property, text);
        try {
            var keys = json.contains("\"keys\"") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
            if (keys.isEmpty()) {
                throw wrong(property, "holds no key");
            }
            return keys.stream().map(key -> signing(property, key)).toList();
        } catch (ParseException notJson) {
            throw wrong(property, "must be a private EC P-256 key as JWK, or a set of them");
        }
    }

    private static ECKey signing(String property, JWK key) {
        if (!(key instanceof ECKey ec) || !ec.isPrivate() || !Curve.P_256.equals(ec.getCurve())) {
            throw wrong(property, "must be a private EC P-256 key as JWK, or a set of them");
        }
        try {
            requirePair(property, ec);
            return new ECKey.Builder(ec.toPublicJWK())
                    .d(ec.getD())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException broken) {
            throw wrong(property, "holds a key that cannot sign");
        }
    }

    private static void requirePair(String property, ECKey key) throws JOSEException {
        var header = new JWSHeader(JWSAlgorithm.ES256);
        var message = new byte[] {1};
        if (!new ECDSAVerifier(key).verify(header, message, new ECDSASigner(key).sign(header, message))) {
            throw wrong(property, "holds a private and a public part that do not belong together");
        }
    }

    private static String present(String property, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw wrong(property, "is missing");
        }
        return text.strip();
    }

    private static byte[] decoded(String property, String text) {
        try {
            return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException notBase64) {
            throw wrong(property, "must be 32 bytes in base64");
        }
    }

    private static String keyId(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static IllegalArgumentException wrong(String property, String rule) {
        return new IllegalArgumentException(property + " " + rule + ".");
    }
}
