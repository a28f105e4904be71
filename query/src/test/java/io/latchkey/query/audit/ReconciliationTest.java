package io.latchkey.query.audit;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.model.Memory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReconciliationTest {

    private final World world = new World();

    @BeforeEach
    void much_happened() {
        new Stories(world).protectedAccount(ANN);
        new Stories(world).protectedAccount(BOB);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void finds_nothing_when_nothing_was_missed() {
        assertThat(reconciliation(Duration.ofHours(1)).run()).isZero();
    }

    @Test
    void an_event_that_was_passed_over_gets_its_line_and_its_effect_after_all() {
        long lines = world.count("audit_record");
        overlook("RecoveryCodeActivated");

        assertThat(reconciliation(Duration.ZERO).run()).as("still waited for").isZero();
        assertThat(reconciliation(Duration.ofHours(1)).run()).isOne();

        assertThat(world.count("audit_record")).isEqualTo(lines);
        assertThat(reconciliation(Duration.ofHours(1)).run()).isZero();
    }

    private void overlook(String type) {
        world.jdbc.update("delete from trail_position where event_id in (select event_id from audit_record"
                + " where type = '" + type + "' and account_id = '" + ANN + "')");
        world.jdbc.update("delete from audit_record where type = '" + type + "' and account_id = '" + ANN + "'");
    }

    private Reconciliation reconciliation(Duration later) {
        var journal = AuditTrail.live(world.jdbc);
        return new Reconciliation(
                world.jdbc,
                new TransactionTemplate(new JdbcTransactionManager(world.database)),
                world::events,
                new Memory(journal, List.of()),
                Clock.offset(world.clock, later));
    }
}
