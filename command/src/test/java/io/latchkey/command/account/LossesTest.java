package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was reported lost: it counts for nothing, takes nothing away, and comes back by a strong sign-in. */
class LossesTest {

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);
    private final DeviceId laptop = new DeviceId(UUID.randomUUID().toString());

    private Outcome suspendPhone() {
        return world.send(new SuspendAuthenticator(ann.id, ann.session(), ann.phone));
    }

    private Outcome resumePhone() {
        return world.send(new ResumeAuthenticator(ann.id, ann.session(), ann.phone));
    }

    private Outcome suspendLaptop() {
        return world.send(new SuspendDevice(ann.id, ann.session(), laptop));
    }

    private Outcome resumeLaptop() {
        return world.send(new ResumeDevice(ann.id, ann.session(), laptop));
    }

    private void trust() {
        world.send(new TrustDevice(ann.id, ann.session(), laptop, new Label("laptop")), DeviceIsTrusted.class);
    }

    private Outcome signInOnLaptop() {
        return world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, laptop));
    }

    private Outcome provePhone() {
        ann.nextStep();
        return world.send(new ProveTotp(ann.id, ann.signIn, ann.code()));
    }

    private SignedIn signInWithBackupCode(int slot) {
        ann.signIn();
        var code = Person.digest(ann.backupCodes.get(slot));
        var in = world.send(new ProveBackupCode(ann.id, ann.signIn, code), SignedIn.class);
        ann.session = in.grant().sessionId();
        return in;
    }

    private void stuck() {
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        var in = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
        ann.session = in.grant().sessionId();
    }

    @Nested
    class Reporting {

        @Test
        void is_refused_without_a_living_session() {
            ann.session = UUID.randomUUID().toString();

            assertThat(suspendPhone()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            assertThat(suspendLaptop()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            assertThat(world.last(ChangeRefused.class).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }

        @Test
        void is_refused_for_what_the_account_has_not() {
            var eve = Person.protectedOne(world);

            assertThat(world.send(new SuspendAuthenticator(eve.id, eve.session(), ann.phone)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(suspendLaptop()).isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void needs_no_fresh_proof() {
            world.clock.pass(Limits.FRESH_PROOF);

            assertThat(suspendPhone()).isEqualTo(new Done());
        }

        @Test
        void is_open_to_a_recovery_session() {
            stuck();

            assertThat(suspendPhone()).isEqualTo(new Done());
        }

        @Test
        void twice_changes_nothing_more() {
            suspendPhone();
            world.news();

            assertThat(suspendPhone()).isEqualTo(new Done());
            assertThat(world.news()).isEmpty();
        }

        @Test
        void ends_every_session_that_the_lost_thing_may_have_opened() {
            var stolen = ann.session();
            signInWithBackupCode(0);
            suspendPhone();

            assertThat(world.send(new RefreshSession(ann.id, stolen, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0))).isInstanceOf(SignedIn.class);
        }
    }

    @Nested
    class WhileAnAuthenticatorIsSuspended {

        @Test
        void its_code_signs_nobody_in_and_looks_like_a_wrong_one() {
            suspendPhone();
            var offered = ((SecondFactorNeeded) ann.signIn()).factors();

            assertThat(offered).doesNotContain(Factor.TOTP).contains(Factor.BACKUP_CODE);
            assertThat(provePhone()).isEqualTo(new Refused(Reason.SUSPENDED));
            assertThat(world.last(SignInRefused.class).reason()).isEqualTo(Reason.SUSPENDED);
        }

        @Test
        void the_account_asks_for_a_second_factor_as_before() {
            suspendPhone();

            assertThat(ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
        }

        @Test
        void the_password_alone_makes_no_session_strong() {
            signInWithBackupCode(0);
            suspendPhone();
            world.clock.pass(Limits.FRESH_PROOF);

            assertThat(world.send(new StepUpWithPassword(ann.id, ann.session(), ann.digest(ann.password))))
                    .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
            assertThat(world.send(new StepUpWithTotp(ann.id, ann.session(), ann.code())))
                    .isEqualTo(new Refused(Reason.SUSPENDED));
        }

        @Test
        void another_one_still_counts() {
            var old = ann.phone;
            ann.enroll();
            ann.confirm();
            world.send(new SuspendAuthenticator(ann.id, ann.session(), old), Done.class);

            assertThat(((SecondFactorNeeded) ann.signIn()).factors()).contains(Factor.TOTP);
            assertThat(provePhone()).isInstanceOf(SignedIn.class);
        }

        @Test
        void its_right_code_stops_a_reset_that_waits() {
            var reset = ResetCase.waiting(world);
            var carl = reset.ann;
            var report = new ReportLoss(carl.id, carl.digest(carl.password), Set.of(Lost.AUTHENTICATORS));
            world.send(report, Done.class);
            carl.signIn();
            carl.nextStep();

            assertThat(world.send(new ProveTotp(carl.id, carl.signIn, carl.code())))
                    .isEqualTo(new Refused(Reason.SUSPENDED));
            assertThat(world.last(SecondFactorResetCancelled.class).reason()).isEqualTo(Reason.SECOND_FACTOR_PROVEN);
        }
    }

    @Nested
    class WhileADeviceIsSuspended {

        @Test
        void it_stands_in_for_no_secret_key_and_its_sessions_are_over() {
            trust();
            signInOnLaptop();
            var begun = ann.signIn;
            suspendLaptop();
            ann.nextStep();

            assertThat(world.send(new ProveTotp(ann.id, begun, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(signInOnLaptop()).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void its_key_resets_nothing() {
            var proof = new DeviceProof("key", UUID.randomUUID().toString(), world.clock.instant());
            world.send(
                    new BindDevice(ann.id, ann.session(), laptop, new Label("laptop"), proof), DeviceIsTrusted.class);
            world.clock.pass(Limits.DEVICE_KEY_QUARANTINE);
            signInOnLaptop();
            var begun = ann.signIn;
            signInWithBackupCode(0);
            suspendLaptop();

            var fresh = new DeviceProof("key", UUID.randomUUID().toString(), world.clock.instant());
            assertThat(world.send(new ResetSecondFactor(ann.id, begun, fresh)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
    }

    @Nested
    class Lifting {

        @Test
        void needs_a_fresh_second_factor_that_is_not_suspended() {
            suspendPhone();
            world.clock.pass(Limits.FRESH_PROOF);
            assertThat(resumePhone()).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
            stuck();
            assertThat(resumePhone()).isEqualTo(new Refused(Reason.RECOVERY_SESSION));
            signInWithBackupCode(0);
            assertThat(resumePhone()).isEqualTo(new Done());

            ann.signIn();
            assertThat(provePhone()).isInstanceOf(SignedIn.class);
        }

        @Test
        void of_what_is_not_suspended_is_refused() {
            assertThat(resumePhone()).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(resumeLaptop()).isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void of_a_device_lets_it_stand_in_for_the_secret_key_again() {
            trust();
            suspendLaptop();
            assertThat(resumeLaptop()).isEqualTo(new Done());

            assertThat(signInOnLaptop()).isInstanceOf(SecondFactorNeeded.class);
        }

        @Test
        void is_not_needed_to_remove_it() {
            signInWithBackupCode(0);
            suspendPhone();

            assertThat(world.send(new RemoveAuthenticator(ann.id, ann.session(), ann.phone)))
                    .isEqualTo(new Done());
            assertThat(resumePhone()).isEqualTo(new Refused(Reason.NOT_FOUND));
        }
    }
}
