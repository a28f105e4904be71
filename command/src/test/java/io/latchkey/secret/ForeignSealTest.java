package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignSealTest {

    private final DataKeys keys = new KeysInMemory().node(Fixture.keys(OLD_KEK), Ticker.systemTicker());
    private final Sealer sealer = new Sealer(keys);

    @Test
    void compression_is_refused() throws JOSEException {
        var header = header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).compressionAlgorithm(CompressionAlgorithm.DEF);

        refused(crafted(header, new DirectEncrypter(key())));
    }

    @Test
    void another_algorithm_is_refused() throws JOSEException {
        var header = header(JWEAlgorithm.A256KW, EncryptionMethod.A256GCM);

        refused(crafted(header, new AESEncrypter(key())));
    }

    @Test
    void another_encryption_is_refused() throws JOSEException {
        var header = header(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256);

        refused(crafted(header, new DirectEncrypter(key())));
    }

    @Test
    void a_header_that_points_elsewhere_is_refused() throws JOSEException {
        var header = header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).jwkURL(URI.create("https://keys.example"));

        refused(crafted(header, new DirectEncrypter(key())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "../kek", "01890000-0000-7000-8000-00000000000f", "1-1-1-1-1"})
    void an_unknown_key_id_is_refused(String id) {
        var key = new OctetSequenceKey.Builder(key().toByteArray()).keyID(id).build();

        refused(Jwe.DATA.seal(key, PLACE, new byte[] {65}));
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        refused(Jwe.DATA.seal(key(), PLACE, new byte[] {(byte) 0xC3, 0x28}));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.seal(ANN, PLACE, "\uD800"));
    }

    private void refused(String sealed) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> sealer.open(PLACE, sealed))
                .withMessageStartingWith("sealed value: ");
    }

    private OctetSequenceKey key() {
        return Objects.requireNonNull(keys.forSealing(ANN).secret());
    }

    private JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod encryption) {
        return new JWEHeader.Builder(algorithm, encryption)
                .keyID(key().getKeyID())
                .customParam("ctx", PLACE);
    }

    private static String crafted(JWEHeader.Builder header, JWEEncrypter encrypter) throws JOSEException {
        var jwe = new JWEObject(header.build(), new Payload("seed"));
        jwe.encrypt(encrypter);
        return jwe.serialize();
    }
}
