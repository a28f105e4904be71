package io.latchkey.query.recoveries;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCancelled;
import io.latchkey.event.RecoveryExpired;
import io.latchkey.event.RecoveryProofAccepted;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.audit.TrailRecord;
import io.latchkey.value.Factor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RecoveryQueriesTest {

    private static final String OTHER = "01890000-0000-7000-8000-0000000000f2";

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @AfterEach
    void end() {
        world.close();
    }

    private RecoveryStatus status(String id) {
        return world.ask(new FindRecoveryStatus(id), RecoveryStatus.class);
    }

    @Test
    void an_unknown_recovery_is_not_found() {
        assertThat(status("nothing")).isNull();
        assertThat(world.ask(new FindRecovery("nothing"), RecoveryCase.class)).isNull();
    }

    @Test
    void the_status_of_a_decoy_looks_like_any_other() {
        world.happened(Stories.RECOVERY, stories.recovery(Stories.RECOVERY, ANN, true));
        world.happened(OTHER, stories.recovery(OTHER, EVE, false));

        assertThat(status(OTHER))
                .usingRecursiveComparison()
                .ignoringFields("recoveryId", "accountId")
                .isEqualTo(status(Stories.RECOVERY));
    }

    @Test
    void an_open_recovery_has_expired_when_its_time_is_over() {
        world.happened(OTHER, stories.recovery(OTHER, EVE, false));
        assertThat(status(OTHER).status()).isEqualTo(Status.OPEN);

        world.clock.pass(Duration.ofMinutes(30));
        assertThat(status(OTHER).status()).isEqualTo(Status.EXPIRED);
        world.happened(OTHER, new RecoveryExpired(OTHER, EVE));
        assertThat(status(OTHER).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void while_contacts_are_asked_it_says_how_many_have_approved() {
        world.happened(OTHER, stories.recovery(OTHER, ANN, true));
        assertThat(status(OTHER).approvals()).isNull();
        stories.counted(ANN, BOB, EVE);
        assertThat(status(Stories.CASE).approvals()).isEqualTo(1);
    }

    @Test
    void a_cancelled_recovery_says_so() {
        world.happened(
                OTHER, stories.recovery(OTHER, ANN, true), new RecoveryCancelled(OTHER, ANN, Reason.ENDED_BY_HOLDER));

        assertThat(status(OTHER).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void what_is_proven_is_no_longer_missing() {
        world.happened(OTHER, stories.recovery(OTHER, ANN, true));
        assertThat(status(OTHER).missing()).containsExactly(Factor.RECOVERY_CODE, Factor.EMAIL_CODE);

        world.happened(OTHER, new RecoveryProofAccepted(OTHER, ANN, Factor.EMAIL_CODE, null));
        assertThat(status(OTHER).missing()).containsExactly(Factor.RECOVERY_CODE);
    }

    @Test
    void the_case_file_tells_every_step_in_order() {
        stories.protectedAccount(ANN);
        stories.recovered(ANN);

        var file = world.ask(new FindRecovery(Stories.RECOVERY), RecoveryCase.class);
        assertThat(file.status()).isEqualTo(Status.COMPLETED);
        assertThat(file.mailbox()).isEqualTo("j***@e***.org");
        assertThat(file.missing()).isEmpty();
        assertThat(file.steps().stream().map(TrailRecord::type))
                .containsExactly(
                        "RecoveryStarted",
                        "RecoveryProofRefused",
                        "RecoveryProofAccepted",
                        "RecoveryProofAccepted",
                        "GuessCounted",
                        "AccountRecovered",
                        "RecoveryCompleted");
    }
}
