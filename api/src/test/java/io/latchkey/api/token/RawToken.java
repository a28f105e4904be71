package io.latchkey.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;

/** Signs any bytes as header and claims, as no library would. */
record RawToken(ECKey key) {

    String of(byte[] header, byte[] claims) {
        var plain = Base64URL.encode(header) + "." + Base64URL.encode(claims);
        try {
            var signature = new ECDSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.ES256), plain.getBytes(StandardCharsets.US_ASCII));
            return plain + "." + signature;
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String of(String header, String claims) {
        return of(header.getBytes(StandardCharsets.UTF_8), claims.getBytes(StandardCharsets.UTF_8));
    }

    String header(TokenKind kind) {
        return "{\"alg\":\"ES256\",\"typ\":\"" + kind.type() + "\",\"kid\":\"" + key.getKeyID() + "\"}";
    }
}
