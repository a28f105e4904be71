package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SteppingUpTest {

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);

    @Test
    void the_new_one_takes_the_place_of_the_old_one_on_the_same_device() {
        var device = new DeviceId(UUID.randomUUID().toString());
        world.send(new TrustDevice(ann.id, ann.session(), device, new Label("laptop")), DeviceIsTrusted.class);
        ann.nextStep();
        world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, device));
        ann.session = world.send(new ProveTotp(ann.id, ann.signIn, ann.code()), SignedIn.class)
                .grant()
                .sessionId();
        ann.nextStep();
        world.news();
        var grant = world.send(new StepUpWithTotp(ann.id, ann.session(), ann.code()), SignedIn.class)
                .grant();

        assertThat(grant.sessionId()).isNotEqualTo(ann.session);
        assertThat(grant.factors()).containsExactly(Factor.PASSWORD, Factor.TOTP);
        assertThat(world.news()).contains(new SessionEnded(ann.id.value(), ann.session, Reason.STEPPED_UP));
        assertThat(world.last(SessionStarted.class).deviceId()).isEqualTo(device.value());
    }

    @Test
    void by_password_it_stays_as_weak_as_it_was() {
        var weak = Person.verified(world);
        weak.signIn();
        var grant = world.send(
                        new StepUpWithPassword(weak.id, weak.session(), weak.digest(weak.password)), SignedIn.class)
                .grant();

        assertThat(grant.assurance()).isEqualTo(1);
        assertThat(grant.factors()).containsExactly(Factor.PASSWORD);
    }

    @Test
    void a_wrong_code_counts_as_one_of_a_known_client() {
        world.news();
        assertThat(stepUp(ann.wrongCode())).isEqualTo(new Refused(Reason.WRONG_PROOF));

        assertThat(world.news())
                .containsExactly(new SignInRefused(ann.id.value(), null, Factor.TOTP, true, Reason.WRONG_PROOF));
    }

    @Test
    void after_five_wrong_codes_it_waits() {
        for (int i = 0; i < 5; i++) {
            stepUp(ann.wrongCode());
        }

        assertThat(stepUp(ann.code(1)))
                .isEqualTo(new Throttled(world.clock.instant().plusSeconds(30)));
        assertThat(world.throttled).containsExactly(Factor.TOTP);
    }

    @Test
    void neither_one_that_is_over_nor_a_recovery_session_can_be() {
        ann.nextStep();
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        var in = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
        var old = ann.session();
        ann.session = in.grant().sessionId();
        assertThat(stepUp(ann.code())).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        world.clock.pass(Limits.SESSION_IDLE);
        ann.session = old.value();
        world.news();

        assertThat(stepUp(ann.code())).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news())
                .containsExactly(new ChangeRefused(ann.id.value(), old.value(), "step up", Reason.NOT_ALLOWED));
    }

    private Outcome stepUp(TotpCode code) {
        return world.send(new StepUpWithTotp(ann.id, ann.session(), code));
    }
}
