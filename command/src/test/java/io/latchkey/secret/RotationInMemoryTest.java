package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static io.latchkey.secret.Fixture.NEW_KEK;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotationInMemoryTest extends RotationRules {

    private final KeysInMemory table = new KeysInMemory();

    @Override
    Sealer node(String kek) {
        return node(table, kek);
    }

    private static Sealer node(KeysInMemory table, String kek) {
        return new Sealer(table.node(Fixture.keys(kek), Ticker.systemTicker()));
    }

    @Test
    void a_key_wrapped_for_another_owner_is_refused() {
        node(OLD_KEK).seal(ANN, PLACE, "seed");
        var row = table.byOwner(ANN).orElseThrow();
        var moved = new KeysInMemory();
        moved.add(row.keyId(), BOB, "", row.wrapped());

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> node(moved, OLD_KEK).seal(BOB, PLACE, "seed"));
    }

    @Test
    void a_key_whose_row_got_another_id_is_refused() {
        node(OLD_KEK).seal(ANN, PLACE, "seed");
        var moved = new KeysInMemory();
        moved.add(UUID.randomUUID(), ANN, "", table.byOwner(ANN).orElseThrow().wrapped());

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> node(moved, OLD_KEK).seal(ANN, PLACE, "seed"))
                .withMessageContaining("another data key");
    }

    @Test
    void a_key_is_fetched_and_unwrapped_once_for_sealing_and_once_for_opening() {
        var keys = table.node(Fixture.keys(OLD_KEK), Ticker.systemTicker());
        var first = keys.forSealing(ANN);

        assertThat(keys.forSealing(ANN)).isSameAs(first);
        assertThat(keys.forOpening(UUID.fromString(first.id())).orElseThrow())
                .isSameAs(keys.forOpening(UUID.fromString(first.id())).orElseThrow());
    }

    @Test
    void pretending_gives_an_owner_one_key_for_a_while_and_leaves_nothing_in_the_table() {
        var keys = table.node(Fixture.keys(OLD_KEK), Ticker.systemTicker());
        var pretended = keys.forPretending(ANN);

        assertThat(pretended.secret()).isNotNull();
        assertThat(keys.forPretending(ANN)).isSameAs(pretended);
        assertThat(keys.forPretending(BOB)).isNotEqualTo(pretended);
        assertThat(table.byOwner(ANN)).isEmpty();
        assertThat(table.notWrappedBy(NEW_KEK)).isEmpty();
    }
}
