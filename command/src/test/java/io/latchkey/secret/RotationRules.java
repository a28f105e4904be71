package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static io.latchkey.secret.Fixture.NEW_KEK;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of a change of the key-encryption key wherever the data keys are kept. */
abstract class RotationRules {

    static final String BOTH = NEW_KEK + "," + OLD_KEK;

    abstract Sealer node(String kek);

    @Test
    void a_missing_key_encryption_key_is_told_by_its_property() {
        var sealed = node(OLD_KEK).seal(ANN, PLACE, "seed");

        assertThatIllegalStateException()
                .isThrownBy(() -> node(NEW_KEK).open(PLACE, sealed))
                .withMessageContaining("latchkey.keys.kek");
    }

    @Test
    void after_a_rotation_old_values_open_and_new_keys_are_wrapped_by_the_newest() {
        var sealed = node(OLD_KEK).seal(ANN, PLACE, "seed");
        var rotated = node(BOTH);
        var fresh = rotated.seal(BOB, PLACE, "new");

        assertThat(rotated.open(PLACE, sealed)).contains("seed");
        assertThat(node(NEW_KEK).open(PLACE, fresh)).contains("new");
    }

    @Test
    void a_rewrap_counts_what_it_changed_and_old_values_open_with_the_newest_alone() {
        var before = node(OLD_KEK);
        var sealed = IntStream.range(0, 3)
                .mapToObj(at -> before.seal("decoy:" + at, PLACE, "seed"))
                .toList();
        node(BOTH).seal(BOB, PLACE, "new");

        assertThat(node(BOTH).rewrap()).isEqualTo(3);
        assertThat(node(BOTH).rewrap()).isZero();
        assertThat(sealed)
                .allSatisfy(one -> assertThat(node(NEW_KEK).open(PLACE, one)).contains("seed"));
    }

    @Test
    void a_rewrap_leaves_destroyed_keys_destroyed() {
        var sealed = node(OLD_KEK).seal(ANN, PLACE, "seed");
        node(OLD_KEK).destroy(ANN);

        assertThat(node(BOTH).rewrap()).isZero();
        assertThat(node(BOTH).open(PLACE, sealed)).isEmpty();
    }
}
