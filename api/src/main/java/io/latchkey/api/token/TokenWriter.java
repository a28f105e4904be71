package io.latchkey.api.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.secret.KeyRing;
import io.latchkey.value.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** Signs with the newest key, ES256 and nothing else. */
final class TokenWriter {

    private final ECKey key;
    private final ECDSASigner signer;
    private final String issuer;
    private final Ids ids;
    private final Clock clock;

    TokenWriter(KeyRing keys, String issuer, Ids ids, Clock clock) {
        this.key = keys.signing().getFirst();
        this.signer = signer(key);
        this.issuer = issuer;
        this.ids = ids;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The claims every kind has; what is particular to one is added by the caller. */
    JWTClaimsSet.Builder claims(String subject, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(issuer)
                .subject(subject)
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(expiresAt))
                .jwtID(ids.next());
    }

    String write(TokenKind kind, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(kind.type()))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException("a token could not be signed", broken);
        }
        return token.serialize();
    }

    private static ECDSASigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the newest signing key cannot sign", unusable);
        }
    }
}
