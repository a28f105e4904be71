package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    @Test
    void a_new_one_needs_a_fresh_proof() {
        world.clock.pass(Limits.FRESH_PROOF);
        world.news();
        var wish = new GenerateRecoveryCode(
                ann.id, ann.session(), UUID.randomUUID().toString());

        assertThat(world.send(wish)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.news()).containsExactly(refused("generate a recovery code", Reason.STEP_UP_REQUIRED));
    }

    @Test
    void it_must_be_typed_back_within_thirty_minutes() {
        ann.generateRecoveryCode();
        world.clock.pass(Limits.RECOVERY_CODE_CONFIRMATION);
        assertThat(activate()).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.last(RecoveryCodeConfirmationRefused.class))
                .isEqualTo(new RecoveryCodeConfirmationRefused(ann.id.value(), Reason.EXPIRED));

        ann.signInWithPhone();
        ann.generateRecoveryCode();
        world.clock.pass(Limits.RECOVERY_CODE_CONFIRMATION.minusSeconds(1));
        assertThat(activate()).isEqualTo(new Done());
        assertThat(activate()).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void five_wrong_ones_end_the_typing_back() {
        ann.generateRecoveryCode();
        var right = ann.recoveryCode;
        ann.recoveryCode = RecoveryCode.random(world.random);
        for (int i = 0; i < 5; i++) {
            assertThat(activate()).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        ann.recoveryCode = right;

        assertThat(activate()).isEqualTo(new Refused(Reason.FLOW_DEAD));
    }

    @Test
    void it_is_typed_back_and_revoked_in_a_live_session_only() {
        ann.generateRecoveryCode();
        world.clock.pass(Limits.SESSION_IDLE);
        world.news();

        assertThat(activate()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(revoke()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news())
                .containsExactly(
                        refused("activate the recovery code", Reason.NOT_ALLOWED),
                        refused("revoke the recovery code", Reason.NOT_ALLOWED));
    }

    @Test
    void the_history_tells_a_replaced_one_from_a_revoked_one() {
        var first = world.last(RecoveryCodeActivated.class).codeId();
        ann.generateRecoveryCode();
        world.news();
        activate();
        var second = world.last(RecoveryCodeActivated.class).codeId();
        revoke();

        assertThat(world.news())
                .containsExactly(
                        new RecoveryCodeRevoked(ann.id.value(), first, Reason.REPLACED),
                        new RecoveryCodeActivated(ann.id.value(), second),
                        new RecoveryCodeRevoked(ann.id.value(), second, Reason.REVOKED));
    }

    private Outcome activate() {
        return world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode));
    }

    private Outcome revoke() {
        return world.send(new RevokeRecoveryCode(ann.id, ann.session()));
    }

    private ChangeRefused refused(String change, Reason reason) {
        return new ChangeRefused(ann.id.value(), ann.session, change, reason);
    }
}
