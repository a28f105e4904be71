package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private final World world = new World();

    @Nested
    class WithPasswordAndSecretKey {

        @Test
        void a_wrong_password_is_refused_and_recorded() {
            var ann = Person.verified(world);
            world.news();

            assertThat(ann.signIn(new Password("wrong horse"), ann.secretKey))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.news())
                    .containsExactly(
                            new SignInRefused(ann.id.value(), null, Factor.PASSWORD, true, Reason.WRONG_PROOF));
        }

        @Test
        void a_right_password_without_the_secret_key_is_refused() {
            var ann = Person.verified(world);

            assertThat(ann.signIn(ann.password, SecretKey.random(world.random)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, null)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void an_unknown_identifier_takes_the_same_path_and_is_on_the_trail() {
            var nobody = new AccountId(UUID.randomUUID().toString());
            var wish = new SignIn(
                    nobody,
                    new SignInId(UUID.randomUUID().toString()),
                    false,
                    new PasswordDigest("v1$x"),
                    "v1$y",
                    null);

            assertThat(world.send(wish)).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
            assertThat(world.send(wish)).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
            assertThat(world.news())
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(SignInRefused.class, SignInRefused.class));
        }

        @Test
        void strangers_wait_and_the_owner_does_not() {
            var ann = Person.verified(world);
            for (int i = 0; i < 5; i++) {
                ann.signIn(new Password("a wrong guess"), SecretKey.random(world.random));
            }
            world.news();

            assertThat(ann.signIn(ann.password, SecretKey.random(world.random))).isInstanceOf(Throttled.class);
            assertThat(world.news()).isEmpty();
            assertThat(world.throttled).containsExactly(Factor.PASSWORD);
            assertThat(ann.signIn()).isInstanceOf(SignedIn.class);
        }

        @Test
        void ten_thousand_wrong_guesses_of_strangers_never_lock_the_owner_out() {
            var ann = Person.verified(world);
            for (int i = 0; i < 200; i++) {
                ann.signIn(new Password("a wrong guess"), SecretKey.random(world.random));
                world.clock.pass(Duration.ofHours(1));
            }

            assertThat(ann.signIn()).isInstanceOf(SignedIn.class);
        }

        @Test
        void without_second_factor_the_session_has_assurance_1() {
            var ann = Person.verified(world);

            var in = (SignedIn) ann.signIn();

            assertThat(in.grant().assurance()).isEqualTo(1);
            assertThat(in.grant().kind()).isEqualTo(SessionKind.FULL);
        }
    }

    @Nested
    class WithATrustedDevice {

        @Test
        void the_device_stands_in_for_the_secret_key_until_it_is_forgotten_or_unused_for_90_days() {
            var ann = Person.protectedOne(world);
            var device = new DeviceId(UUID.randomUUID().toString());
            world.send(new TrustDevice(ann.id, ann.session(), device, new Label("laptop")), DeviceIsTrusted.class);
            var wish = new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, device);

            assertThat(world.send(wish)).isInstanceOf(SecondFactorNeeded.class);
            world.clock.pass(Duration.ofDays(89));
            assertThat(world.send(wish)).isInstanceOf(SecondFactorNeeded.class);
            world.clock.pass(Duration.ofDays(90));
            assertThat(world.send(wish)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
    }

    @Nested
    class WithASecondFactor {

        @Test
        void the_code_that_confirmed_the_enrolment_is_spent() {
            var ann = Person.protectedOne(world);
            ann.signIn();

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.ALREADY_USED));
        }

        @Test
        void a_step_is_good_once_over_all_sign_ins() {
            var ann = Person.protectedOne(world);
            ann.signInWithPhone();
            ann.signIn();

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.ALREADY_USED));
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code(-1))))
                    .isEqualTo(new Refused(Reason.ALREADY_USED));
        }

        @Test
        void the_step_before_is_taken_and_two_before_is_not() {
            var ann = Person.protectedOne(world);
            ann.signIn();
            ann.nextStep();
            ann.nextStep();

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code(-2))))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code(-1))))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void five_wrong_codes_end_the_sign_in_and_a_new_one_does_not_reset_the_budget() {
            var ann = Person.protectedOne(world);
            ann.nextStep();
            ann.signIn();
            for (int i = 0; i < 5; i++) {
                assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.wrongCode())))
                        .isEqualTo(new Refused(Reason.WRONG_PROOF));
            }

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.FLOW_DEAD));
            ann.signIn();
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isInstanceOf(Throttled.class);
            world.clock.pass(Duration.ofSeconds(31));
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void fifty_wrong_codes_disable_the_factor_until_it_is_bound_anew() {
            var ann = Person.protectedOne(world);
            for (int i = 0; i < 50; i++) {
                world.clock.pass(Duration.ofHours(2));
                ann.signIn();
                world.send(new ProveTotp(ann.id, ann.signIn, ann.wrongCode()));
            }
            assertThat(world.news()).contains(new FactorDisabled(ann.id.value(), Factor.TOTP));
            world.clock.pass(Duration.ofDays(30));
            var needed = (SecondFactorNeeded) ann.signIn();

            assertThat(needed.factors()).containsExactly(Factor.BACKUP_CODE, Factor.EMAIL_CODE);
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.DISABLED));
        }

        @Test
        void a_backup_code_is_good_once_and_tells_how_many_are_left() {
            var ann = Person.protectedOne(world);
            var code = Person.digest(ann.backupCodes.get(3));
            ann.signIn();

            var in = world.send(new ProveBackupCode(ann.id, ann.signIn, code), SignedIn.class);
            assertThat(in.backupCodesLeft()).isEqualTo(9);
            assertThat(in.grant().assurance()).isEqualTo(2);
            ann.signIn();
            assertThat(world.send(new ProveBackupCode(ann.id, ann.signIn, code)))
                    .isEqualTo(new Refused(Reason.ALREADY_USED));
        }

        @Test
        void a_sign_in_lasts_thirty_minutes() {
            var ann = Person.protectedOne(world);
            ann.signIn();
            world.clock.pass(Limits.SIGN_IN);

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.EXPIRED));
        }
    }

    @Nested
    class StuckOnTheSecondFactor {

        @Test
        void the_mailed_code_opens_a_recovery_session_and_nothing_more() {
            var ann = Person.protectedOne(world);
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);

            var in = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);

            assertThat(in.grant().kind()).isEqualTo(SessionKind.RECOVERY);
            assertThat(in.grant().assurance()).isEqualTo(1);
            var session = new SessionId(in.grant().sessionId());
            assertThat(world.send(new RemoveAuthenticator(ann.id, session, ann.phone)))
                    .isEqualTo(new Refused(Reason.RECOVERY_SESSION));
            assertThat(world.send(new RevokeRecoveryCode(ann.id, session)))
                    .isEqualTo(new Refused(Reason.RECOVERY_SESSION));
            assertThat(world.send(new EraseAccount(ann.id, session))).isEqualTo(new Refused(Reason.RECOVERY_SESSION));
            assertThat(world.send(new RefreshSession(ann.id, session, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            ann.session = session.value();
            ann.enroll();
            assertThat(ann.confirm()).isEqualTo(new TotpConfirmed(null));
        }

        @Test
        void the_code_works_once_for_ten_minutes_and_a_new_one_kills_the_old() {
            var ann = Person.protectedOne(world);
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn));
            var first = ann.emailCode();
            assertThat(world.send(new SendEmailCode(ann.id, ann.signIn))).isInstanceOf(Throttled.class);
            world.clock.pass(Limits.MAIL_PAUSE);
            world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);

            assertThat(world.send(new ProveEmailCode(ann.id, ann.signIn, first)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            world.clock.pass(Limits.EMAIL_CODE);
            assertThat(world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode())))
                    .isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void a_code_of_another_sign_in_is_not_taken() {
            var ann = Person.protectedOne(world);
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn));
            var code = ann.emailCode();
            ann.signIn();

            assertThat(world.send(new ProveEmailCode(ann.id, ann.signIn, code))).isEqualTo(new Refused(Reason.EXPIRED));
        }
    }
}
