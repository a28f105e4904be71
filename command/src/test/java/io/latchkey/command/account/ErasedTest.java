package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever was open when the account was erased is shut. */
class ErasedTest {

    private static final Refused NOT_FOUND = new Refused(Reason.NOT_FOUND);

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);
    private SessionId other;

    @BeforeEach
    void erase() {
        world.send(new GrantRole(ann.id, Role.SUPPORT, ann.id), Done.class);
        other = ann.session();
        ann.signInWithPhone();
        ann.signIn();
        world.send(new EraseAccount(ann.id, ann.session()), Done.class);
        world.news();
    }

    @Test
    void every_session() {
        assertThat(world.send(new RefreshSession(ann.id, other, 0))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.send(new EndOtherSessions(ann.id, other))).isEqualTo(NOT_FOUND);
        assertThat(world.news()).isEmpty();
    }

    @Test
    void every_sign_in() {
        ann.nextStep();

        assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code()))).isEqualTo(NOT_FOUND);
        assertThat(world.send(new SendEmailCode(ann.id, ann.signIn))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.news()).isEmpty();
    }

    @Test
    void its_codes_and_roles() {
        var set = world.last(BackupCodesGenerated.class).setId();

        assertThat(world.send(new AcknowledgeBackupCodes(ann.id, ann.session(), set)))
                .isEqualTo(NOT_FOUND);
        assertThat(world.send(new RevokeRole(ann.id, Role.SUPPORT, ann.id))).isEqualTo(NOT_FOUND);
        ann.startRecovery();
        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
    }
}
