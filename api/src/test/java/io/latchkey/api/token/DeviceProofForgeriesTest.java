package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.api.journey.Device;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proofs whose signatures are all right, made in other ways than the one that counts. */
class DeviceProofForgeriesTest {

    private static final String URL = "https://latchkey.example/v1/account/secret-key";
    private static final String TOKEN = "the token beside it";
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", "POST")
            .claim("htu", URL)
            .claim("ath", Device.digest(TOKEN))
            .issueTime(new Date())
            .build();

    private final DeviceProofReader reader = new DeviceProofReader();

    private boolean isTaken(String proof) {
        return reader.read(proof, "POST", URL, TOKEN).isPresent();
    }

    private boolean isTaken(JWSAlgorithm algorithm, JWK shown, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).type(TYPE).jwk(shown.toPublicJWK());
        var proof = new SignedJWT(header.build(), CLAIMS);
        proof.sign(signer);
        return isTaken(proof.serialize());
    }

    private static ECKey newKey(Curve curve) throws JOSEException {
        return new ECKeyGenerator(curve).generate();
    }

    @Test
    void by_a_key_on_the_right_curve_it_is_taken() throws JOSEException {
        var key = newKey(Curve.P_256);
        assertThat(isTaken(JWSAlgorithm.ES256, key, new ECDSASigner(key))).isTrue();
    }

    @Test
    void by_a_key_on_a_longer_curve() throws JOSEException {
        var p384 = newKey(Curve.P_384);
        var p521 = newKey(Curve.P_521);
        assertThat(isTaken(JWSAlgorithm.ES384, p384, new ECDSASigner(p384))).isFalse();
        assertThat(isTaken(JWSAlgorithm.ES512, p521, new ECDSASigner(p521))).isFalse();
    }

    @Test
    void by_a_key_of_another_kind() throws JOSEException {
        var key = new RSAKeyGenerator(2048).generate();
        assertThat(isTaken(JWSAlgorithm.RS256, key, new RSASSASigner(key))).isFalse();
        assertThat(isTaken(JWSAlgorithm.PS256, key, new RSASSASigner(key))).isFalse();
    }

    @Test
    void by_the_public_key_as_if_it_were_a_secret() throws JOSEException {
        var key = newKey(Curve.P_256);
        var everybodyKnows = key.toECPublicKey().getEncoded();
        assertThat(isTaken(JWSAlgorithm.HS256, key, new MACSigner(everybodyKnows)))
                .isFalse();
        assertThat(isTaken(JWSAlgorithm.HS512, key, new MACSigner(everybodyKnows)))
                .isFalse();
    }

    @Test
    void by_nobody() throws JOSEException {
        var header = new PlainHeader.Builder()
                .type(TYPE)
                .customParam("jwk", newKey(Curve.P_256).toPublicJWK().toJSONObject())
                .build();
        assertThat(isTaken(new PlainJWT(header, CLAIMS).serialize())).isFalse();
    }
}
