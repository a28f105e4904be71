package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ErasureTest extends ErasureRules {

    private final Fixture fixture = new Fixture();

    @Override
    Sealer node() {
        return fixture.node(OLD_KEK);
    }

    @Override
    void pass(Duration time) {
        fixture.pass(time);
    }

    @Override
    long tombstones() {
        return fixture.count("wrapped is null");
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
}
