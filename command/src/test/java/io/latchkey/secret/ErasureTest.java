package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static io.latchkey.secret.Fixture.MONTH;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final Fixture fixture = new Fixture();
    private final Sealer sealer = fixture.node(OLD_KEK);

    @Test
    void nothing_is_sealed_for_an_erased_account() {
        sealer.seal(ANN, PLACE, "seed");
        sealer.destroy(ANN);

        refusesToSeal(sealer);
        refusesToSeal(fixture.node(OLD_KEK));
    }

    @Test
    void an_account_erased_before_its_first_seal_never_gets_a_key() {
        sealer.destroy(ANN);
        sealer.destroy(ANN);

        refusesToSeal(sealer);
        assertThat(fixture.count("wrapped is null")).isEqualTo(1);
    }

    @Test
    void what_was_sealed_for_an_erased_account_reads_as_empty() {
        var sealed = sealer.seal(ANN, PLACE, "seed");
        var other = sealer.seal(BOB, PLACE, "seed");
        sealer.destroy(ANN);

        assertThat(sealer.open(PLACE, sealed)).isEmpty();
        assertThat(fixture.node(OLD_KEK).open(PLACE, sealed)).isEmpty();
        assertThat(sealer.open(PLACE, other)).contains("seed");
    }

    @Test
    void another_node_forgets_an_erased_key_within_ten_seconds() {
        var other = fixture.node(OLD_KEK);
        var sealed = sealer.seal(ANN, PLACE, "seed");
        other.seal(ANN, PLACE, "seed");
        assertThat(other.open(PLACE, sealed)).isPresent();
        sealer.destroy(ANN);
        fixture.pass(Duration.ofSeconds(10));

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

    @Test
    void a_key_outlives_the_transaction_that_first_needed_it() {
        var early = fixture.transaction.execute(status -> {
            status.setRollbackOnly();
            var sealed = sealer.seal(ANN, PLACE, "seen by another before the commit");
            assertThat(CompletableFuture.supplyAsync(() -> fixture.node(OLD_KEK).open(PLACE, sealed))
                            .join())
                    .isPresent();
            return sealed;
        });
        var sealed = sealer.seal(ANN, PLACE, "kept");

        assertThat(fixture.node(OLD_KEK).open(PLACE, early)).isPresent();
        assertThat(fixture.node(OLD_KEK).open(PLACE, sealed)).contains("kept");
        assertThat(fixture.count("true")).isEqualTo(1);
    }

    @Test
    void a_key_made_inside_a_transaction_opens_there_and_after_it() {
        var sealed = fixture.transaction.execute(status -> {
            var inside = sealer.seal(ANN, PLACE, "seed");
            assertThat(sealer.open(PLACE, inside)).contains("seed");
            return inside;
        });

        assertThat(sealer.open(PLACE, sealed)).contains("seed");
        assertThat(fixture.node(OLD_KEK).open(PLACE, sealed)).contains("seed");
    }

    @Test
    void an_erasure_that_was_rolled_back_erased_nothing() {
        var sealed = sealer.seal(ANN, PLACE, "seed");
        fixture.transaction.executeWithoutResult(status -> {
            sealer.destroy(ANN);
            assertThat(sealer.open(PLACE, sealed)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(sealer.open(PLACE, sealed)).contains("seed");
        assertThat(sealer.open(PLACE, sealer.seal(ANN, PLACE, "more"))).contains("more");
    }

    @Test
    void an_erasure_counts_from_its_commit_on() {
        var sealed = sealer.seal(ANN, PLACE, "seed");
        fixture.transaction.executeWithoutResult(status -> {
            sealer.destroy(ANN);
            assertThat(fixture.count("destroyed_at is not null")).isEqualTo(1);
        });

        assertThat(sealer.open(PLACE, sealed)).isEmpty();
        refusesToSeal(sealer);
    }

    private static void refusesToSeal(Sealer sealer) {
        assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> sealer.seal(ANN, PLACE, "seed"));
    }
}
