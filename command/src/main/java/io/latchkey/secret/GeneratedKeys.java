package io.latchkey.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Fresh keys of every kind, as a properties file. */
public final class GeneratedKeys {

    private static final int LENGTH = 32;

    private GeneratedKeys() {}

    public static String text() {
        var random = new SecureRandom();
        return """
                # Keys of this installation. Who has them reads everything; who loses them can read nothing any more.
                %s=%s
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                        KeyRing.KEK, secret(random),
                        KeyRing.PEPPER, secret(random),
                        KeyRing.INDEX, secret(random),
                        KeyRing.SIGNING, signing(random));
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String signing(SecureRandom random) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .secureRandom(random)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException machinery) {
            throw new IllegalStateException("no key could be made", machinery);
        }
    }
}
