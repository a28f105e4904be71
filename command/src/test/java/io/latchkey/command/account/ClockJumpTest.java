package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Limits;
import io.latchkey.command.ProveMailbox;
import io.latchkey.command.ProveTotp;
import io.latchkey.command.RefreshSession;
import io.latchkey.command.Refused;
import io.latchkey.command.Throttled;
import io.latchkey.event.Reason;
import io.latchkey.value.Password;
import io.latchkey.value.SecretKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that jumps opens nothing that was shut. */
class ClockJumpTest {

    private final World world = new World();

    @Test
    void back_a_spent_step_and_those_before_it_stay_spent() {
        var ann = Person.protectedOne(world);
        ann.signInWithPhone();
        var spent = ann.code();
        world.clock.pass(Duration.ofHours(-2));
        ann.signIn();

        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                .isEqualTo(new Refused(Reason.ALREADY_USED));
        world.clock.pass(Duration.ofHours(2));
        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, spent)))
                .isIn(new Refused(Reason.ALREADY_USED), new Refused(Reason.EXPIRED));
    }

    @Test
    void back_a_wait_goes_on() {
        var ann = Person.verified(world);
        for (int i = 0; i < 5; i++) {
            ann.signIn(new Password("a wrong guess"), SecretKey.random(world.random));
        }
        world.clock.pass(Duration.ofHours(-2));

        assertThat(ann.signIn(ann.password, SecretKey.random(world.random))).isInstanceOf(Throttled.class);
    }

    @Test
    void forward_everything_that_ends_has_ended() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        var session = ann.session();
        world.clock.pass(Duration.ofDays(15));

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.send(new RefreshSession(ann.id, session, 0))).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void there_and_back_an_expired_recovery_that_was_marked_stays_expired() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.clock.pass(Limits.RECOVERY);
        world.send(new io.latchkey.command.ExpireRecovery(ann.recovery));
        world.clock.pass(Limits.RECOVERY.negated());

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isEqualTo(new Refused(Reason.EXPIRED));
    }
}
