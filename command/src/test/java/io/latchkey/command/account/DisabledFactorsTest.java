package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DisabledFactorsTest {

    private static final Refused DISABLED = new Refused(Reason.DISABLED);

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void a_disabled_authenticator_ends_every_open_sign_in_and_does_not_make_wait() {
        guess(50, () -> new ProveTotp(ann.id, ann.signIn, ann.wrongCode()));
        var code = Person.digest(ann.backupCodes.getFirst());
        assertThat(world.send(new ProveBackupCode(ann.id, ann.signIn, code))).isEqualTo(new Refused(Reason.NOT_FOUND));
        ann.signIn();

        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code()))).isEqualTo(DISABLED);
    }

    @Test
    void disabled_backup_codes_leave_the_sign_in_open() {
        guess(100, () -> new ProveBackupCode(ann.id, ann.signIn, new BackupCodeDigest(0, "digest of nothing")));
        assertThat(world.last(FactorDisabled.class).factor()).isEqualTo(Factor.BACKUP_CODE);

        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code()))).isInstanceOf(SignedIn.class);
    }

    @Test
    void after_a_recovery_none_is() {
        guess(50, () -> {
            world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
            return new ProveEmailCode(ann.id, ann.signIn, new MailedCode("00000000"));
        });
        ann.startRecovery();
        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isEqualTo(DISABLED);
        world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink()), ProofAccepted.class);
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        assertThat(ann.recover(new Password("a new and better one"))).isInstanceOf(Recovered.class);
        ann.startRecovery();

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isInstanceOf(ProofAccepted.class);
    }

    private void guess(int times, Supplier<AccountCommand> guess) {
        for (int i = 0; i < times; i++) {
            world.clock.pass(Duration.ofHours(1));
            ann.signIn();
            assertThat(world.send(guess.get())).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
    }
}
