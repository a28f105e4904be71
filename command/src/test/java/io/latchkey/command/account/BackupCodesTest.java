package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackupCodesTest {

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void a_new_set_needs_a_fresh_proof() {
        world.clock.pass(Limits.FRESH_PROOF);
        world.news();

        assertThat(generate()).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.news()).containsExactly(refused("generate backup codes", Reason.STEP_UP_REQUIRED));
    }

    @Test
    void of_a_new_set_none_is_spent() {
        var old = Person.digest(ann.backupCodes.get(3));
        ann.signIn();
        world.send(new ProveBackupCode(ann.id, ann.signIn, old), SignedIn.class);
        ann.signInWithPhone();
        generate();
        ann.signIn();
        var in = world.send(
                new ProveBackupCode(ann.id, ann.signIn, Person.digest(ann.backupCodes.get(3))), SignedIn.class);
        assertThat(in.backupCodesLeft()).isEqualTo(9);
    }

    @Test
    void who_is_stuck_gets_a_new_set_in_the_recovery_session() {
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        var in = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
        ann.session = in.grant().sessionId();

        assertThat(generate())
                .isEqualTo(new BackupCodesIssued(
                        world.last(BackupCodesGenerated.class).setId()));
    }

    @Test
    void that_they_were_kept_is_recorded_in_a_live_session_only() {
        var set = world.last(BackupCodesGenerated.class).setId();
        world.news();
        assertThat(acknowledge(set)).isEqualTo(new Done());
        assertThat(world.news()).containsExactly(new BackupCodesAcknowledged(ann.id.value(), set));

        world.clock.pass(Limits.SESSION_IDLE);
        assertThat(acknowledge(set)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news()).containsExactly(refused("acknowledge backup codes", Reason.NOT_ALLOWED));
    }

    @Test
    void they_are_offered_while_one_is_left() {
        for (int slot = 0; slot < Limits.BACKUP_CODES; slot++) {
            var needed = (SecondFactorNeeded) ann.signIn();
            assertThat(needed.factors()).containsExactly(Factor.TOTP, Factor.BACKUP_CODE, Factor.EMAIL_CODE);
            var code = Person.digest(ann.backupCodes.get(slot));
            var in = world.send(new ProveBackupCode(ann.id, ann.signIn, code), SignedIn.class);
            assertThat(in.backupCodesLeft()).isEqualTo(9 - slot);
            assertThat(world.last(BackupCodeSpent.class).remaining()).isEqualTo(9 - slot);
        }

        assertThat(((SecondFactorNeeded) ann.signIn()).factors()).containsExactly(Factor.TOTP, Factor.EMAIL_CODE);
    }

    @Test
    void a_hundred_wrong_ones_disable_them_until_there_is_a_new_set() {
        var right = Person.digest(ann.backupCodes.getFirst());
        for (int i = 0; i < 100; i++) {
            world.clock.pass(Duration.ofHours(1));
            ann.signIn();
            assertThat(prove(new BackupCodeDigest(0, "digest of nothing"))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(world.last(FactorDisabled.class)).isEqualTo(new FactorDisabled(ann.id.value(), Factor.BACKUP_CODE));
        world.clock.pass(Duration.ofHours(1));
        assertThat(((SecondFactorNeeded) ann.signIn()).factors()).containsExactly(Factor.TOTP, Factor.EMAIL_CODE);
        assertThat(prove(right)).isEqualTo(new Refused(Reason.DISABLED));

        ann.signInWithPhone();
        generate();
        ann.signIn();
        assertThat(prove(Person.digest(ann.backupCodes.getFirst()))).isInstanceOf(SignedIn.class);
    }

    private Outcome prove(BackupCodeDigest code) {
        return world.send(new ProveBackupCode(ann.id, ann.signIn, code));
    }

    private Outcome generate() {
        return world.send(new GenerateBackupCodes(ann.id, ann.session(), ann.freshBackupCodes()));
    }

    private Outcome acknowledge(String set) {
        return world.send(new AcknowledgeBackupCodes(ann.id, ann.session(), set));
    }

    private ChangeRefused refused(String change, Reason reason) {
        return new ChangeRefused(ann.id.value(), ann.session, change, reason);
    }
}
