package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryGuessesTest {

    private static final Refused WRONG = new Refused(Reason.WRONG_PROOF);

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void a_right_code_forgives_the_wrong_ones_before_it() {
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, wrongMail(), null));
        world.news();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);

        assertThat(world.news().stream().filter(GuessesForgiven.class::isInstance))
                .containsExactly(new GuessesForgiven(ann.id.value(), Factor.EMAIL_CODE));
    }

    @Test
    void wrong_recovery_codes_count_for_who_has_the_mailbox() {
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        world.news();
        var wrong = RecoveryCode.random(world.random);
        for (int i = 0; i < 5; i++) {
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, wrong))).isEqualTo(WRONG);
        }
        assertThat(world.news())
                .contains(new GuessCounted(ann.id.value(), Factor.RECOVERY_CODE, false, ann.recovery.value()));
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);

        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Throttled(world.clock.instant().plusSeconds(30)));
        assertThat(world.throttled).containsExactly(Factor.RECOVERY_CODE);
    }

    @Test
    void fifty_wrong_mailed_codes_disable_them_and_leave_the_link() {
        for (int i = 0; i < 50; i++) {
            world.clock.pass(Duration.ofHours(1));
            ann.startRecovery();
            assertThat(world.send(new ProveMailbox(ann.recovery, wrongMail(), null)))
                    .isEqualTo(WRONG);
        }
        assertThat(world.last(FactorDisabled.class)).isEqualTo(new FactorDisabled(ann.id.value(), Factor.EMAIL_CODE));
        world.clock.pass(Duration.ofHours(1));
        ann.startRecovery();

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isEqualTo(new Refused(Reason.DISABLED));
        assertThat(world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink())))
                .isInstanceOf(ProofAccepted.class);
    }

    @Test
    void a_hundred_wrong_recovery_codes_disable_it_until_there_is_a_new_one() {
        var wrong = RecoveryCode.random(world.random);
        for (int i = 0; i < 100; i++) {
            world.clock.pass(Duration.ofHours(1));
            ann.startRecovery();
            world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink()), ProofAccepted.class);
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, wrong))).isEqualTo(WRONG);
        }
        world.clock.pass(Duration.ofHours(1));
        ann.startRecovery();
        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.DISABLED));

        ann.signInWithPhone();
        ann.generateRecoveryCode();
        world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isInstanceOf(ProofAccepted.class);
    }

    @Test
    void guesses_at_the_mailbox_of_nobody_are_counted_for_a_decoy() {
        var nobody = new AccountId(UUID.randomUUID().toString());
        var recovery = new RecoveryId(UUID.randomUUID().toString());
        world.send(new StartRecovery(recovery, nobody, false, false), RecoveryBegun.class);
        world.news();

        assertThat(world.send(new ProveMailbox(recovery, new MailedCode("00000000"), null)))
                .isEqualTo(WRONG);
        assertThat(world.news())
                .startsWith(new GuessCounted(nobody.value(), Factor.EMAIL_CODE, false, recovery.value()));
    }

    private MailedCode wrongMail() {
        return new MailedCode(ann.recoveryMail().digits().startsWith("1") ? "20000000" : "10000000");
    }
}
