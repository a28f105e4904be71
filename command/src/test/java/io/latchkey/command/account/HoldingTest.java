package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private final World world = new World();

    @Nested
    class Sessions {

        @Test
        void an_old_refresh_token_is_refused_and_ends_the_session() {
            var ann = Person.verified(world);
            ann.signIn();
            var session = ann.session();
            assertThat(world.send(new RefreshSession(ann.id, session, 0), SignedIn.class)
                            .grant()
                            .generation())
                    .isEqualTo(1);

            assertThat(world.send(new RefreshSession(ann.id, session, 0))).isEqualTo(new Refused(Reason.TOKEN_REUSED));
            assertThat(world.send(new RefreshSession(ann.id, session, 1))).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void one_ends_after_an_hour_unused_and_after_a_day_in_any_case() {
            var ann = Person.verified(world);
            ann.signIn();
            world.clock.pass(Limits.SESSION_IDLE);
            assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0))).isEqualTo(new Refused(Reason.EXPIRED));

            ann.signIn();
            int generation = 0;
            for (; generation < 24; generation++) {
                world.clock.pass(Duration.ofMinutes(59));
                assertThat(world.send(new RefreshSession(ann.id, ann.session(), generation)))
                        .isInstanceOf(SignedIn.class);
            }
            world.clock.pass(Duration.ofMinutes(30));
            assertThat(world.send(new RefreshSession(ann.id, ann.session(), generation)))
                    .isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void the_eleventh_ends_the_oldest() {
            var ann = Person.verified(world);
            ann.signIn();
            var first = ann.session();
            for (int i = 0; i < 10; i++) {
                ann.signIn();
            }

            assertThat(world.send(new RefreshSession(ann.id, first, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.all()).contains(new SessionEnded(ann.id.value(), first.value(), Reason.TOO_MANY_SESSIONS));
        }

        @Test
        void the_holder_ends_one_or_all_others() {
            var ann = Person.verified(world);
            ann.signIn();
            var one = ann.session();
            ann.signIn();
            var other = ann.session();
            ann.signIn();

            assertThat(world.send(new EndSession(
                            ann.id,
                            ann.session(),
                            new SessionId(UUID.randomUUID().toString()))))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(world.send(new EndSession(ann.id, ann.session(), one))).isEqualTo(new Done());
            assertThat(world.send(new EndOtherSessions(ann.id, ann.session()))).isEqualTo(new Done());
            assertThat(world.send(new RefreshSession(ann.id, one, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.send(new RefreshSession(ann.id, other, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            world.news();
            assertThat(world.send(new EndOtherSessions(ann.id, ann.session()))).isEqualTo(new Done());
            assertThat(world.news()).isEmpty();
        }

        @Test
        void a_new_password_ends_the_others_and_the_old_one_is_refused() {
            var ann = Person.protectedOne(world);
            ann.nextStep();
            ann.signInWithPhone();
            var other = ann.session();
            ann.nextStep();
            ann.signInWithPhone();
            var chosen = new Password("a password chosen anew");

            assertThat(world.send(new ChangePassword(ann.id, ann.session(), ann.digest(chosen))))
                    .isEqualTo(new Done());
            assertThat(world.send(new RefreshSession(ann.id, other, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(ann.signIn()).isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(ann.signIn(chosen, ann.secretKey)).isInstanceOf(SecondFactorNeeded.class);
        }

        @Test
        void a_new_password_ends_the_sign_ins_that_the_old_one_began() {
            var ann = Person.protectedOne(world);
            ann.signInWithPhone();
            ann.signIn();
            world.send(new ChangePassword(ann.id, ann.session(), ann.digest(new Password("chosen anew"))), Done.class);
            ann.nextStep();

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void a_password_step_up_renews_the_proof_while_there_is_no_second_factor() {
            var ann = Person.verified(world);
            ann.signIn();
            world.clock.pass(Limits.FRESH_PROOF);
            assertThat(world.send(new EraseAccount(ann.id, ann.session())))
                    .isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
            var wrong = new StepUpWithPassword(ann.id, ann.session(), ann.digest(new Password("not this one")));
            assertThat(world.send(wrong)).isEqualTo(new Refused(Reason.WRONG_PROOF));

            var in =
                    world.send(new StepUpWithPassword(ann.id, ann.session(), ann.digest(ann.password)), SignedIn.class);
            assertThat(world.send(
                            new EraseAccount(ann.id, new SessionId(in.grant().sessionId()))))
                    .isEqualTo(new Done());
        }

        @Test
        void a_backup_code_is_a_step_up_too() {
            var ann = Person.protectedOne(world);
            var code = Person.digest(ann.backupCodes.get(5));

            var in = world.send(new StepUpWithBackupCode(ann.id, ann.session(), code), SignedIn.class);
            assertThat(in.backupCodesLeft()).isEqualTo(9);
        }
    }

    @Nested
    class Devices {

        @Test
        void another_device_is_not_found_and_a_forgotten_one_takes_its_sessions_along() {
            var ann = Person.protectedOne(world);
            var device = new DeviceId(UUID.randomUUID().toString());
            assertThat(world.send(new ForgetDevice(ann.id, ann.session(), device)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            world.send(new TrustDevice(ann.id, ann.session(), device, new Label("laptop")), DeviceIsTrusted.class);
            ann.nextStep();
            world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, device));
            var there = world.send(new ProveTotp(ann.id, ann.signIn, ann.code()), SignedIn.class);

            assertThat(world.send(new ForgetDevice(ann.id, ann.session(), device)))
                    .isEqualTo(new Done());
            assertThat(world.send(new RefreshSession(
                            ann.id, new SessionId(there.grant().sessionId()), 0)))
                    .isEqualTo(new Refused(Reason.EXPIRED));
        }
    }

    @Nested
    class DevicesThatWent {

        @Test
        void a_sign_in_begun_on_one_that_is_then_forgotten_ends_and_others_go_on() {
            var ann = Person.protectedOne(world);
            var device = trust(ann);
            world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, device));
            var there = ann.signIn;
            ann.signIn();
            world.send(new ForgetDevice(ann.id, ann.session(), device), Done.class);
            ann.nextStep();

            assertThat(world.send(new ProveTotp(ann.id, there, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void ten_lapsed_ones_leave_room_and_ten_good_ones_do_not() {
            var ann = Person.protectedOne(world);
            for (int i = 0; i < Limits.DEVICES; i++) {
                trust(ann);
            }
            var one = new TrustDevice(
                    ann.id, ann.session(), new DeviceId(UUID.randomUUID().toString()), new Label("laptop"));
            assertThat(world.send(one)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            world.clock.pass(Limits.DEVICE_UNUSED);
            ann.signInWithPhone();

            trust(ann);
        }

        private DeviceId trust(Person ann) {
            var device = new DeviceId(UUID.randomUUID().toString());
            world.send(new TrustDevice(ann.id, ann.session(), device, new Label("laptop")), DeviceIsTrusted.class);
            return device;
        }
    }

    @Nested
    class Staff {

        @Test
        void the_bootstrap_token_works_once_and_only_with_a_second_factor() {
            world.bootstrapTokens.add("digest of the token");
            var weak = Person.verified(world);
            weak.signIn();
            assertThat(world.send(new BecomeFirstAdmin(weak.id, weak.session(), "digest of the token")))
                    .isEqualTo(new Refused(Reason.MISSING_PROOF));
            var ann = Person.protectedOne(world);
            assertThat(world.send(new BecomeFirstAdmin(ann.id, ann.session(), "another digest")))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));

            assertThat(world.send(new BecomeFirstAdmin(ann.id, ann.session(), "digest of the token")))
                    .isEqualTo(new Done());
            assertThat(world.send(new BecomeFirstAdmin(ann.id, ann.session(), "digest of the token")))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(ann.signInWithPhone().grant().roles()).containsExactly(Role.ADMIN);
        }

        @Test
        void a_role_needs_an_active_authenticator_and_shows_only_in_strong_sessions() {
            var admin = new AccountId(UUID.randomUUID().toString());
            var weak = Person.verified(world);
            assertThat(world.send(new GrantRole(weak.id, Role.SUPPORT, admin)))
                    .isEqualTo(new Refused(Reason.MISSING_PROOF));
            var ann = Person.protectedOne(world);
            assertThat(world.send(new GrantRole(ann.id, Role.SUPPORT, admin))).isEqualTo(new Done());

            assertThat(ann.signInWithPhone().grant().roles()).containsExactly(Role.SUPPORT);
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn));
            var stuck = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
            assertThat(stuck.grant().roles()).isEmpty();
            assertThat(world.send(new RevokeRole(ann.id, Role.SUPPORT, admin))).isEqualTo(new Done());
            assertThat(world.send(new RevokeRole(ann.id, Role.SUPPORT, admin)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(ann.signInWithPhone().grant().roles()).isEmpty();
        }
    }
}
