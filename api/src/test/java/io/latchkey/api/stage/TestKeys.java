package io.latchkey.api.stage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.latchkey.secret.KeyRing;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Keys for tests. */
public final class TestKeys {

    private TestKeys() {}

    public static ECKey signing() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The newest signing key first. */
    public static KeyRing ring(ECKey... signing) {
        var set = new JWKSet(List.<JWK>of(signing)).toString(false);
        return KeyRing.of(bytes(1), bytes(2), bytes(3), set);
    }

    private static String bytes(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
