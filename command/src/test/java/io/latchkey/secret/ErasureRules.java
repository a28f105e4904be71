package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static io.latchkey.secret.Fixture.MONTH;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of destroyed keys wherever they are kept. */
abstract class ErasureRules {

    Sealer sealer;

    abstract Sealer node();

    abstract void pass(Duration time);

    abstract long tombstones();

    @BeforeEach
    void start() {
        sealer = node();
    }

    @Test
    void nothing_is_sealed_for_an_erased_account() {
        sealer.seal(ANN, PLACE, "seed");
        sealer.destroy(ANN);

        refusesToSeal(sealer);
        refusesToSeal(node());
    }

    @Test
    void an_account_erased_before_its_first_seal_never_gets_a_key() {
        sealer.destroy(ANN);
        sealer.destroy(ANN);

        refusesToSeal(sealer);
        assertThat(tombstones()).isEqualTo(1);
    }

    @Test
    void what_was_sealed_for_an_erased_account_reads_as_empty() {
        var sealed = sealer.seal(ANN, PLACE, "seed");
        var other = sealer.seal(BOB, PLACE, "seed");
        sealer.destroy(ANN);

        assertThat(sealer.open(PLACE, sealed)).isEmpty();
        assertThat(node().open(PLACE, sealed)).isEmpty();
        assertThat(sealer.open(PLACE, other)).contains("seed");
    }

    @Test
    void another_node_forgets_an_erased_key_within_ten_seconds() {
        var other = node();
        var sealed = sealer.seal(ANN, PLACE, "seed");
        other.seal(ANN, PLACE, "seed");
        assertThat(other.open(PLACE, sealed)).isPresent();
        sealer.destroy(ANN);
        pass(Duration.ofSeconds(10));

        assertThat(other.open(PLACE, sealed)).isEmpty();
        refusesToSeal(other);
    }

    @Test
    void a_month_gets_a_new_key_after_its_old_one_was_destroyed() {
        var sealed = sealer.seal(MONTH, PLACE, "192.0.2.1");
        sealer.destroy(MONTH);
        var again = sealer.seal(MONTH, PLACE, "192.0.2.2");

        assertThat(sealer.open(PLACE, sealed)).isEmpty();
        assertThat(sealer.open(PLACE, again)).contains("192.0.2.2");
    }

    static void refusesToSeal(Sealer sealer) {
        assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> sealer.seal(ANN, PLACE, "seed"));
    }
}
