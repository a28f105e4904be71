package io.latchkey.secret;

import static io.latchkey.secret.Fixture.NEW_KEK;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.signing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private static final Map<String, String> GOOD = Map.of(
            KeyRing.KEK,
            NEW_KEK + "," + OLD_KEK,
            KeyRing.PEPPER,
            "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            KeyRing.INDEX,
            "+/ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            KeyRing.SIGNING,
            signing());

    @ParameterizedTest
    @CsvSource({"kek", "pepper", "index", "signing"})
    void what_is_missing_is_told_by_its_name(String name) {
        refused("latchkey.keys." + name, null);
        refused("latchkey.keys." + name, " ");
    }

    @ParameterizedTest
    @CsvSource({
        "kek, AAECAwQFBgcICQoLDA0ODw",
        "pepper, AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g",
        "index, not base64!",
        "signing, {}"
    })
    void a_wrong_key_is_told_by_its_name_and_never_by_its_value(String name, String value) {
        refused("latchkey.keys." + name, value);
    }

    @Test
    void every_key_encryption_key_in_the_list_is_checked() {
        refused(KeyRing.KEK, NEW_KEK + ",AAECAwQFBgcICQoLDA0ODw");
        refused(KeyRing.KEK, NEW_KEK + ",");
    }

    @Test
    void a_key_is_not_used_for_two_things() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring(KeyRing.PEPPER, OLD_KEK))
                .withMessageContaining("latchkey.keys");
        var good = KeyRing.from(GOOD::get);
        var twice = List.of(good.signing().getFirst(), good.signing().getFirst());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRing(good.kek(), good.pepper(), good.index(), twice))
                .withMessageContaining("signing");
    }

    @Test
    void keys_are_named_after_themselves_and_the_newest_is_first() {
        var ring = KeyRing.from(GOOD::get);

        assertThat(ring.kek()).extracting(JWK::getKeyID).containsExactly(id(NEW_KEK), id(OLD_KEK));
        assertThat(ring.pepper().size()).isEqualTo(256);
    }

    @Test
    void generated_keys_are_good_keys() throws Exception {
        var properties = new Properties();
        properties.load(new StringReader(GeneratedKeys.text()));

        assertThat(KeyRing.from(properties::getProperty).signing()).hasSize(1);
        assertThat(properties).hasSize(4);
        assertThat(GeneratedKeys.text()).isNotEqualTo(GeneratedKeys.text());
    }

    private static void refused(String property, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring(property, value))
                .withMessageStartingWith(property + " ")
                .withMessageEndingWith(".")
                .satisfies(failure ->
                        assertThat(List.of(failure.getMessage().split(" "))).doesNotContain(String.valueOf(value)));
    }

    private static KeyRing ring(String property, String value) {
        var properties = new HashMap<>(GOOD);
        properties.put(property, value);
        return KeyRing.from(properties::get);
    }

    private static String id(String key) {
        return HexFormat.of().formatHex(sha256(Base64.getUrlDecoder().decode(key)), 0, 4);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
