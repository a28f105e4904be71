package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Four wrong guesses, a right one, four wrong ones again: nobody waits. And a secret made anew starts with a budget of its own. */
class ForgivenessTest {

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void a_right_password_forgives_where_it_opens_a_session_and_where_a_second_factor_follows() {
        var weak = Person.verified(world);
        forgives(() -> weak.signIn(new Password("another password"), weak.secretKey), weak::signIn);
        forgives(() -> ann.signIn(new Password("another password"), ann.secretKey), ann::signIn);
    }

    @Test
    void a_right_time_based_code_forgives() {
        forgives(() -> prove(ann.wrongCode()), () -> {
            ann.nextStep();
            return prove(ann.code());
        });
    }

    @Test
    void a_right_backup_code_forgives() {
        var codes = ann.backupCodes.iterator();
        forgives(() -> prove(nothing()), () -> prove(Person.digest(codes.next())));
    }

    @Test
    void a_right_mailed_code_of_a_recovery_forgives() {
        forgives(() -> proveMailbox(new MailedCode("00000000")), () -> {
            ann.startRecovery();
            return world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
        });
    }

    @Test
    void a_right_recovery_code_forgives() {
        var wrong = RecoveryCode.random(world.random);
        forgives(() -> proveRecoveryCode(wrong), () -> proveRecoveryCode(ann.recoveryCode));
    }

    @Test
    void a_right_code_ends_its_sign_in() {
        ann.nextStep();
        prove(ann.code());
        var used = ann.signIn;
        var code = Person.digest(ann.backupCodes.getFirst());
        assertThat(world.send(new ProveBackupCode(ann.id, used, code))).isEqualTo(new Refused(Reason.NOT_FOUND));

        prove(code);
        ann.nextStep();
        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void a_new_authenticator_does_not_wait_for_guesses_at_the_old_one() {
        five(() -> prove(ann.wrongCode()));
        assertThat(prove(ann.code())).isInstanceOf(Throttled.class);
        ann.enroll();
        assertThat(ann.confirm()).isInstanceOf(TotpConfirmed.class);

        assertThat(prove(ann.code())).isEqualTo(new Refused(Reason.ALREADY_USED));
    }

    @Test
    void new_backup_codes_do_not_wait_for_guesses_at_the_old_ones() {
        five(() -> prove(nothing()));
        assertThat(prove(nothing())).isInstanceOf(Throttled.class);
        world.send(new GenerateBackupCodes(ann.id, ann.session(), ann.freshBackupCodes()), BackupCodesIssued.class);

        assertThat(prove(Person.digest(ann.backupCodes.getFirst()))).isInstanceOf(SignedIn.class);
    }

    @Test
    void a_new_recovery_code_does_not_wait_for_guesses_at_the_old_one() {
        var wrong = RecoveryCode.random(world.random);
        five(() -> proveRecoveryCode(wrong));
        assertThat(proveRecoveryCode(ann.recoveryCode)).isInstanceOf(Throttled.class);
        ann.generateRecoveryCode();
        world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);

        assertThat(proveRecoveryCode(ann.recoveryCode)).isInstanceOf(ProofAccepted.class);
    }

    @Test
    void a_recovery_ends_every_wait() {
        five(() -> ann.signIn(new Password("another password"), ann.secretKey));
        assertThat(ann.signIn()).isInstanceOf(Throttled.class);
        proveRecoveryCode(ann.recoveryCode);
        assertThat(ann.recover(new Password("a new and better one"))).isInstanceOf(Recovered.class);

        assertThat(ann.signIn()).isInstanceOf(SignedIn.class);
    }

    private static void forgives(Supplier<Outcome> wrong, Supplier<Outcome> right) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(wrong.get()).isEqualTo(new Refused(Reason.WRONG_PROOF));
            }
            assertThat(right.get()).isNotInstanceOfAny(Refused.class, Throttled.class);
        }
    }

    private static void five(Supplier<Outcome> wrong) {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong.get()).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
    }

    private static BackupCodeDigest nothing() {
        return new BackupCodeDigest(0, "digest of nothing");
    }

    private Outcome prove(TotpCode code) {
        ann.signIn();
        return world.send(new ProveTotp(ann.id, ann.signIn, code));
    }

    private Outcome prove(BackupCodeDigest code) {
        ann.signIn();
        return world.send(new ProveBackupCode(ann.id, ann.signIn, code));
    }

    private Outcome proveMailbox(MailedCode code) {
        ann.startRecovery();
        return world.send(new ProveMailbox(ann.recovery, code, null));
    }

    private Outcome proveRecoveryCode(RecoveryCode code) {
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        return world.send(new ProveRecoveryCode(ann.recovery, code));
    }
}
