package io.latchkey.secret;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESDecrypter;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The two kinds of JWE there are here. Every header member is known and none is optional, so nothing can be negotiated. */
enum Jwe {
    DATA(JWEAlgorithm.DIR),
    KEY(JWEAlgorithm.A256KW);

    private static final String CONTEXT = "ctx";
    private static final Set<String> MEMBERS = Set.of("alg", "enc", "kid", CONTEXT);
    private static final int IV = 12;
    private static final int TAG = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    @SuppressWarnings("ImmutableEnumChecker")
    private final JWEAlgorithm algorithm;

    Jwe(JWEAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    String seal(OctetSequenceKey key, String context, byte[] plain) {
        var header = new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .customParam(CONTEXT, context)
                .build();
        var jwe = new JWEObject(header, new Payload(plain));
        try {
            var encrypter = this == DATA ? new DirectEncrypter(key) : new AESEncrypter(key);
            encrypter.getJCAContext().setSecureRandom(RANDOM);
            jwe.encrypt(encrypter);
            return jwe.serialize();
        } catch (JOSEException machinery) {
            throw new IllegalStateException("sealing failed", machinery);
        }
    }

    /** Only what we could have written ourselves, letter by letter: a lenient reading would let copies differ. */
    JWEObject parse(String context, String sealed) {
        var jwe = parsed(sealed);
        var header = jwe.getHeader();
        require(header.getIncludedParams().equals(MEMBERS), "unknown header");
        require(algorithm.equals(header.getAlgorithm()), "wrong algorithm");
        require(EncryptionMethod.A256GCM.equals(header.getEncryptionMethod()), "wrong encryption");
        require(context.equals(header.getCustomParam(CONTEXT)), "belongs to another place");
        require(length(jwe.getIV()) == IV && length(jwe.getAuthTag()) == TAG, "wrong lengths");
        require(Stream.of(sealed.split("\\.")).allMatch(Jwe::isCanonical), "not canonical");
        return jwe;
    }

    byte[] open(JWEObject jwe, OctetSequenceKey key) {
        try {
            jwe.decrypt(this == DATA ? new DirectDecrypter(key) : new AESDecrypter(key));
            return jwe.getPayload().toBytes();
        } catch (JOSEException changed) {
            throw new SealBroken("changed");
        }
    }

    /** The parser has failures of its own, such as a null where a member is missing. */
    private static JWEObject parsed(String sealed) {
        try {
            return JWEObject.parse(sealed);
        } catch (ParseException | RuntimeException foreign) {
            throw new SealBroken("not a sealed value");
        }
    }

    private static boolean isCanonical(String part) {
        try {
            return ENCODER.encodeToString(Base64.getUrlDecoder().decode(part)).equals(part);
        } catch (IllegalArgumentException otherLetters) {
            return false;
        }
    }

    private static int length(@Nullable Base64URL part) {
        return part == null ? 0 : part.decode().length;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new SealBroken(rule);
        }
    }
}
