package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryEndsTest {

    private static final Password CHOSEN = new Password("a new and better one");

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void an_id_starts_one_recovery() {
        ann.startRecovery();

        assertThat(world.send(new StartRecovery(ann.recovery, ann.id, true, false)))
                .isEqualTo(new Refused(Reason.ALREADY_USED));
    }

    @Test
    void it_begins_with_thirty_minutes_and_both_proofs_missing() {
        var id = new RecoveryId(UUID.randomUUID().toString());

        assertThat(world.send(new StartRecovery(id, ann.id, true, false)))
                .isEqualTo(new RecoveryBegun(id.value(), world.clock.instant().plus(Limits.RECOVERY)));
        ann.recovery = id;
        world.clock.pass(Limits.RECOVERY.minusSeconds(1));
        assertThat(world.send(new ProveRecoveryCode(id, ann.recoveryCode)))
                .isEqualTo(new ProofAccepted(List.of(Factor.EMAIL_CODE)));
    }

    @Test
    void a_recovery_code_proves_once() {
        ann.startRecovery();
        prove();

        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.ALREADY_USED));
    }

    @Test
    void whoever_started_it_may_cancel_it_once_and_nothing_is_taken_afterwards() {
        ann.startRecovery();
        prove();
        world.news();
        assertThat(world.send(new CancelRecovery(ann.recovery))).isEqualTo(new Done());
        assertThat(world.news())
                .containsExactly(new RecoveryCancelled(ann.recovery.value(), ann.id.value(), Reason.ENDED_BY_HOLDER));

        assertThat(world.send(new CancelRecovery(ann.recovery))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.EXPIRED));
        world.clock.pass(Limits.RECOVERY);
        world.news();
        assertThat(world.send(new ExpireRecovery(ann.recovery))).isEqualTo(new Done());
        assertThat(world.news()).isEmpty();
    }

    @Test
    void it_recovers_its_own_account_only() {
        ann.startRecovery();
        prove();
        var other = new AccountId(UUID.randomUUID().toString());
        world.news();

        assertThat(world.send(new RecoverAccount(ann.recovery, other, ann.digest(CHOSEN))))
                .isEqualTo(new Refused(Reason.MISSING_PROOF));
        assertThat(world.news())
                .containsExactly(new RecoveryRefused(ann.recovery.value(), ann.id.value(), Reason.MISSING_PROOF));
    }

    @Test
    void its_end_is_recorded_on_both_sides() {
        ann.startRecovery();
        prove();
        world.news();
        assertThat(ann.recover(CHOSEN)).isInstanceOf(Recovered.class);

        assertThat(world.news())
                .contains(new RecoveryCompleted(ann.recovery.value(), ann.id.value()))
                .hasAtLeastOneElementOfType(AccountRecovered.class);
        assertThat(world.last(AccountRecovered.class).recoveryId()).isEqualTo(ann.recovery.value());
    }

    @Test
    void it_also_ends_enrolments_backup_codes_and_sign_ins_that_were_open() {
        ann.enroll();
        var codes = ann.code();
        var backupCode = Person.digest(ann.backupCodes.getFirst());
        ann.signIn();
        var waiting = ann.signIn;
        ann.startRecovery();
        prove();
        ann.recover(CHOSEN);
        ann.signIn();

        assertThat(world.send(new ConfirmTotp(ann.id, ann.session(), ann.phone, codes, null)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new ProveBackupCode(ann.id, waiting, backupCode)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    private void prove() {
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode));
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
    }
}
