package io.latchkey.query.recoveries;

import static io.latchkey.query.Stories.RESET;
import static io.latchkey.query.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Way;
import io.latchkey.event.Reason;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetExpired;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.query.audit.TrailRecord;
import io.latchkey.value.Factor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where a reset stands, for its requester, for staff and for the holder. */
@Execution(ExecutionMode.CONCURRENT)
class ResetCasesTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void waiting() {
        stories.protectedAccount(ANN);
        stories.resetWaits(RESET, ANN);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private RecoveryStatus status() {
        return world.ask(new FindRecoveryStatus(RESET), RecoveryStatus.class);
    }

    private AccountOverview account() {
        return world.ask(new FindAccount(ANN), AccountOverview.class);
    }

    @Test
    void while_it_waits_all_three_see_its_time() {
        var end = world.clock.instant().plus(Duration.ofHours(72));
        assertThat(status().status()).isEqualTo(Status.WAITING);
        assertThat(status().way()).isEqualTo(Way.DELAYED_RESET);
        assertThat(status().missing()).isEmpty();
        assertThat(status().completesAt()).isEqualTo(end);
        assertThat(account().pendingReset().recoveryId()).isEqualTo(RESET);
        assertThat(account().pendingReset().completesAt()).isEqualTo(end);

        var file = world.ask(new FindRecovery(RESET), RecoveryCase.class);
        assertThat(file.completesAt()).isEqualTo(end);
        assertThat(file.policyVersion()).isEqualTo("2026-2");
        assertThat(file.proven()).containsExactly(Factor.PASSWORD, Factor.EMAIL_CODE);
        assertThat(file.steps().stream().map(TrailRecord::type))
                .containsExactly("SecondFactorResetStarted", "SecondFactorResetScheduled");
        assertThat(file.steps().getLast().sentence()).contains(end.toString());
    }

    @Test
    void a_veto_ends_it_for_all_three() {
        world.happened(ANN, new SecondFactorResetCancelled(ANN, RESET, Reason.VETOED));
        assertThat(status().status()).isEqualTo(Status.CANCELLED);
        assertThat(account().pendingReset()).isNull();
        assertThat(account().secondFactor()).isTrue();
        assertThat(world.ask(new FindRecovery(RESET), RecoveryCase.class).endReason())
                .isEqualTo("VETOED");
    }

    @Test
    void at_its_end_factors_and_sessions_are_gone() {
        world.happened(ANN, new SecondFactorsReset(ANN, RESET, "2026-2"));
        assertThat(status().status()).isEqualTo(Status.COMPLETED);
        assertThat(account().pendingReset()).isNull();
        assertThat(account().secondFactor()).isFalse();
        assertThat(account().reenrolmentRequired()).isTrue();
        assertThat(account().backupCodes().left()).isZero();
        assertThat(account().sessions()).isZero();
        assertThat(account().recoveryCode().state()).isEqualTo("active");
    }

    @Test
    void one_that_nobody_proved_has_expired() {
        world.happened(ANN, new SecondFactorResetExpired(ANN, RESET));
        assertThat(status().status()).isEqualTo(Status.EXPIRED);
    }
}
