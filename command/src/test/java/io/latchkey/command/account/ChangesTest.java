package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a holder changes besides factors: password, devices, the account itself; and roles, which others change. */
class ChangesTest {

    private static final Refused NOT_FOUND = new Refused(Reason.NOT_FOUND);

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);
    private final DeviceId device = new DeviceId(UUID.randomUUID().toString());

    @Test
    void grave_ones_need_a_fresh_proof_and_every_refusal_is_recorded() {
        world.clock.pass(Limits.FRESH_PROOF.minusSeconds(1));
        assertThat(world.send(trust())).isEqualTo(new DeviceIsTrusted(device.value()));
        world.clock.pass(Duration.ofSeconds(1));
        world.news();
        for (var change : graveOnes().toList()) {
            assertThat(world.send(change)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        }

        assertThat(world.news())
                .containsExactly(
                        refused("trust a device", Reason.STEP_UP_REQUIRED),
                        refused("change the password", Reason.STEP_UP_REQUIRED),
                        refused("erase the account", Reason.STEP_UP_REQUIRED),
                        refused("become the first admin", Reason.STEP_UP_REQUIRED));
    }

    @Test
    void no_change_is_made_in_a_session_that_is_over() {
        world.send(trust());
        world.clock.pass(Limits.SESSION_IDLE);
        world.news();

        assertThat(world.send(new ForgetDevice(ann.id, ann.session(), device)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news()).containsExactly(refused("forget a device", Reason.NOT_ALLOWED));
    }

    @Test
    void a_new_password_alone_ends_no_session_where_there_is_no_other() {
        world.news();
        assertThat(world.send(password())).isEqualTo(new Done());

        assertThat(world.news()).hasSize(1).hasOnlyElementsOfType(PasswordChanged.class);
    }

    @Test
    void with_others_it_ends_those() {
        ann.signInWithPhone();
        world.news();
        world.send(password());

        assertThat(world.news()).contains(new SessionsEnded(ann.id.value(), ann.session, Reason.CREDENTIALS_CHANGED));
    }

    @Test
    void nothing_is_changed_for_nobody() {
        var nobody = new AccountId(UUID.randomUUID().toString());
        world.send(new SignIn(nobody, ann.newSignIn(), false, new PasswordDigest("none"), null, null));
        world.news();

        assertThat(world.send(new GrantRole(nobody, Role.SUPPORT, ann.id))).isEqualTo(NOT_FOUND);
        assertThat(world.send(new RevokeRole(nobody, Role.SUPPORT, ann.id))).isEqualTo(NOT_FOUND);
        assertThat(world.send(new ForgetDevice(nobody, ann.session(), device)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.send(new RemoveAuthenticator(nobody, ann.session(), ann.phone)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news()).isEmpty();
    }

    @Test
    void a_role_is_granted_once_and_by_somebody() {
        var admin = UUID.randomUUID().toString();
        world.news();
        for (int i = 0; i < 2; i++) {
            assertThat(world.send(new GrantRole(ann.id, Role.SUPPORT, new AccountId(admin))))
                    .isEqualTo(new Done());
        }
        world.send(new RevokeRole(ann.id, Role.SUPPORT, new AccountId(admin)));

        assertThat(world.news())
                .containsExactly(
                        new RoleGranted(ann.id.value(), Role.SUPPORT, admin),
                        new RoleRevoked(ann.id.value(), Role.SUPPORT, admin));
    }

    @Test
    void a_wrong_bootstrap_token_is_recorded() {
        world.news();
        world.send(new BecomeFirstAdmin(ann.id, ann.session(), "digest of nothing"));

        assertThat(world.news()).containsExactly(new BootstrapRefused(ann.id.value(), Reason.WRONG_PROOF));
    }

    private Stream<AccountCommand> graveOnes() {
        return Stream.of(
                trust(),
                password(),
                new EraseAccount(ann.id, ann.session()),
                new BecomeFirstAdmin(ann.id, ann.session(), "digest of the token"));
    }

    private TrustDevice trust() {
        return new TrustDevice(ann.id, ann.session(), device, new Label("laptop"));
    }

    private ChangePassword password() {
        return new ChangePassword(ann.id, ann.session(), ann.digest(new Password("chosen anew")));
    }

    private ChangeRefused refused(String change, Reason reason) {
        return new ChangeRefused(ann.id.value(), ann.session, change, reason);
    }
}
