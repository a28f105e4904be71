package io.latchkey.secret;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** HMAC-SHA-256; a message of several parts has a zero byte between them. */
final class Hmac {

    private static final String NAME = "HmacSHA256";

    private final OctetSequenceKey key;

    Hmac(OctetSequenceKey key) {
        this.key = key;
    }

    byte[] of(String... parts) {
        return of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    byte[] of(byte[] message) {
        try {
            var mac = Mac.getInstance(NAME);
            mac.init(key.toSecretKey(NAME));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
