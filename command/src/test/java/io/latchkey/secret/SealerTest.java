package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private final Sealer sealer = KeysInMemory.sealer(Fixture.keys(OLD_KEK));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_change_in_any_part_is_refused(int part) {
        var parts = sealer.seal(ANN, PLACE, "seed").split("\\.");
        parts[part] = parts[part].isEmpty() ? "AAAA" : flipped(parts[part]);

        refused(String.join(".", parts));
    }

    @Test
    void every_single_changed_letter_is_refused() {
        var sealed = sealer.seal(ANN, PLACE, "seed");

        IntStream.range(0, sealed.length()).forEach(at -> refused(replaced(sealed, at)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s\n", "%s=", "%s.", "%s.AAAA", "!%s", "", "a.b", "....", "eyJhbGciOiJub25lIn0.."})
    void anything_but_the_exact_letters_is_refused(String shape) {
        refused(shape.formatted(sealer.seal(ANN, PLACE, "seed")));
    }

    @Test
    void a_tag_that_borrows_from_the_text_is_refused() {
        var parts = sealer.seal(ANN, PLACE, "seed").split("\\.");
        var text = new Base64URL(parts[3]).decode();
        var tag = new Base64URL(parts[4]).decode();
        var longer = new byte[tag.length + 1];
        longer[0] = text[3];
        System.arraycopy(tag, 0, longer, 1, tag.length);
        parts[3] = Base64URL.encode(Arrays.copyOf(text, 3)).toString();
        parts[4] = Base64URL.encode(longer).toString();

        refused(String.join(".", parts));
    }

    @Test
    void a_sealed_value_moved_to_another_place_is_refused() {
        var sealed = sealer.seal(ANN, "TotpEnrolled/seed/other", "seed");

        refused(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "account:", "account:ann@example.org", "Account:1", "account:1 or 2"})
    void an_owner_is_a_kind_and_an_id(String owner) {
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.seal(owner, PLACE, "seed"));
        assertThatIllegalArgumentException().isThrownBy(() -> sealer.destroy(owner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed", "Žofie 🔑", "{\"a\":1}"})
    void what_is_sealed_opens_at_its_place(String plain) {
        assertThat(sealer.open(PLACE, sealer.seal(ANN, PLACE, plain))).contains(plain);
    }

    @Test
    void ten_thousand_seals_have_ten_thousand_initial_vectors() {
        var vectors = IntStream.range(0, 10_000)
                .mapToObj(any -> sealer.seal(ANN, PLACE, "seed").split("\\.")[2])
                .collect(Collectors.toSet());

        assertThat(vectors).hasSize(10_000).allMatch(vector -> new Base64URL(vector).decode().length == 12);
    }

    private void refused(String sealed) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> sealer.open(PLACE, sealed))
                .withMessageStartingWith("sealed value: ");
    }

    private static String flipped(String part) {
        var bytes = new Base64URL(part).decode();
        bytes[bytes.length / 2] ^= 1;
        return Base64URL.encode(bytes).toString();
    }

    private static String replaced(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }
}
