package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static io.latchkey.secret.Fixture.NEW_KEK;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static io.latchkey.secret.Fixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class DataKeysTest extends RotationRules {

    private final Fixture fixture = new Fixture();

    @Override
    Sealer node(String kek) {
        return fixture.node(kek);
    }

    @Test
    void pretending_to_open_asks_the_database_once_as_opening_does_and_leaves_nothing_there() {
        var sealer = fixture.node(OLD_KEK);
        sealer.pretend(ANN);
        assertThat(fixture.count("true")).isZero();
        fixture.jdbc.sql("alter table data_key rename to elsewhere").update();
        try {
            sealer.pretend(ANN);
            assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> sealer.pretend(BOB));
        } finally {
            fixture.jdbc.sql("alter table elsewhere rename to data_key").update();
        }
    }

    @Test
    void a_key_wrapped_for_another_owner_is_refused() {
        var sealer = fixture.node(OLD_KEK);
        var sealed = sealer.seal(ANN, PLACE, "seed");
        sealer.seal(BOB, PLACE, "seed");
        fixture.jdbc
                .sql("update data_key set wrapped = (select wrapped from data_key where owner = ?) where owner = ?")
                .params(BOB, ANN)
                .update();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> fixture.node(OLD_KEK).open(PLACE, sealed));
    }

    @Test
    void a_key_whose_row_got_another_id_is_refused() {
        fixture.node(OLD_KEK).seal(ANN, PLACE, "seed");
        fixture.jdbc.sql("update data_key set key_id = gen_random_uuid()").update();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> fixture.node(OLD_KEK).seal(ANN, PLACE, "seed"));
    }

    @Test
    void a_rewrap_never_revives_a_destroyed_key() {
        var sealer = fixture.node(OLD_KEK);
        sealer.seal(ANN, PLACE, "seed");
        var read = fixture.table.byOwner(ANN).orElseThrow();
        sealer.destroy(ANN);

        assertThat(fixture.table.rewrap(read, "00000000", read.wrapped())).isZero();
        assertThat(fixture.node(BOTH).rewrap()).isZero();
        assertThat(fixture.count("wrapped is not null")).isZero();
    }

    @Test
    void after_a_rewrap_every_sealed_value_opens_with_the_newest_alone() {
        var before = fixture.quickNode(OLD_KEK);
        var after = fixture.node(NEW_KEK);
        fixture.transaction.executeWithoutResult(oneConnection -> {
            var sealed = IntStream.range(0, 1100)
                    .mapToObj(at -> before.seal("decoy:" + at, PLACE, "seed"))
                    .toList();

            assertThat(fixture.node(BOTH).rewrap()).isEqualTo(1100);
            assertThat(fixture.node(BOTH).rewrap()).isZero();
            assertThat(sealed).allMatch(one -> after.open(PLACE, one).isPresent());
        });
    }

    @RepeatedTest(10)
    void two_nodes_that_race_end_with_one_key() {
        var nodes = IntStream.range(0, 2).mapToObj(any -> fixture.node(OLD_KEK)).toList();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var sealed = nodes.stream()
                    .map(node -> CompletableFuture.supplyAsync(() -> sealAfter(start, node), threads))
                    .toList();

            sealed.forEach(one ->
                    assertThat(fixture.node(OLD_KEK).open(PLACE, one.join())).contains("seed"));
        }
        assertThat(fixture.count("true")).isEqualTo(1);
    }

    private static String sealAfter(CyclicBarrier start, Sealer node) {
        try {
            start.await();
            return node.seal(ANN, PLACE, "seed");
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
