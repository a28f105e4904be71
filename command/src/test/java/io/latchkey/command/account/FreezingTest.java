package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "This was not me": which links freeze an account, and what nobody can do to it then. */
class FreezingTest {

    private static final Password NEW = new Password("another good password");

    private final World world = new World();
    private final Person ann = Person.withRecoveryCode(world);

    private Told told() {
        return Told.now(world);
    }

    private Outcome freeze(Told told) {
        return world.send(told.freezes(ann.id, world));
    }

    private void frozen() {
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(freeze(told())).isEqualTo(new Done());
    }

    private Reason refusal() {
        return world.last(FreezingRefused.class).reason();
    }

    private Outcome unfreeze() {
        return world.send(new UnfreezeAccount(ann.id, ann.session()));
    }

    @Nested
    class TheLink {

        @Test
        void of_another_notice_person_or_time_is_refused() {
            var told = told();
            var right = told.freezes(ann.id, world);
            var eve = Person.protectedOne(world);
            var other = new NoticeId(UUID.randomUUID().toString());

            assertThat(world.send(new FreezeAccount(eve.id, right.noticeId(), right.noticedAt(), right.token())))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new FreezeAccount(ann.id, other, right.noticedAt(), right.token())))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            var younger = right.noticedAt().plusMillis(1);
            assertThat(world.send(new FreezeAccount(ann.id, right.noticeId(), younger, right.token())))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
            assertThat(world.all()).noneMatch(AccountFrozen.class::isInstance);
        }

        @Test
        void for_nobody_is_refused_and_leaves_nothing() {
            var nobody = new AccountId(UUID.randomUUID().toString());

            assertThat(world.send(told().freezes(nobody, world))).isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void is_refused_after_a_week() {
            var told = told();
            world.clock.pass(Limits.NOTICE_LINK);

            assertThat(freeze(told)).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(refusal()).isEqualTo(Reason.EXPIRED);
        }

        @Test
        void works_once_and_another_one_changes_nothing_more() {
            var told = told();
            assertThat(freeze(told)).isEqualTo(new Done());
            assertThat(freeze(told)).isEqualTo(new Refused(Reason.ALREADY_USED));
            world.news();

            assertThat(freeze(told())).isEqualTo(new Done());
            assertThat(world.news()).isEmpty();
        }

        @Test
        void of_something_older_reaches_back_further() {
            ann.nextStep();
            var older = told();
            ann.signInWithPhone();
            ann.enroll();
            ann.confirm();
            world.clock.pass(Duration.ofMinutes(1));
            freeze(told());
            assertThat(world.all()).noneMatch(AuthenticatorSuspended.class::isInstance);

            assertThat(freeze(older)).isEqualTo(new Done());
            assertThat(world.last(AuthenticatorSuspended.class).authenticatorId())
                    .isEqualTo(ann.phone.value());
        }

        @Test
        void from_before_the_end_of_a_freeze_is_void_and_one_from_after_it_is_good() {
            var before = told();
            frozen();
            ann.signInWithPhone();
            unfreeze();

            assertThat(freeze(before)).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(freeze(told())).isEqualTo(new Done());
        }
    }

    @Nested
    class AFrozenAccount {

        @Test
        void has_no_session_left() {
            frozen();

            assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.last(SessionsEnded.class).reason()).isEqualTo(Reason.FROZEN);
        }

        @Test
        void has_no_reset_that_waits_and_gets_none() {
            var reset = ResetCase.waiting(world);
            world.send(told().freezes(reset.ann.id, world), Done.class);

            assertThat(world.last(SecondFactorResetCancelled.class).reason()).isEqualTo(Reason.FROZEN);
            reset.ann.signIn();
            assertThat(reset.request()).isEqualTo(new Refused(Reason.FROZEN));
            reset.after(World.WAITING);
            assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
        }

        @Test
        void is_not_recovered_by_a_case_from_before_or_after_it() {
            ann.startRecovery();
            world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
            frozen();
            assertThat(ann.recover(NEW)).isEqualTo(new Refused(Reason.FROZEN));
            assertThat(world.last(RecoveryRefused.class).reason()).isEqualTo(Reason.FROZEN);

            ann.startRecovery();
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                    .isEqualTo(new Refused(Reason.FROZEN));
            assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                    .isEqualTo(new Refused(Reason.FROZEN));
        }

        @Test
        void is_not_recovered_by_an_old_case_after_its_end_either() {
            ann.startRecovery();
            world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
            frozen();
            ann.signInWithPhone();
            unfreeze();

            assertThat(ann.recover(NEW)).isEqualTo(new Refused(Reason.FROZEN));
        }

        @Test
        void counts_wrong_guesses_like_any_other() {
            frozen();
            for (int i = 0; i < 5; i++) {
                ann.startRecovery();
                world.send(new ProveMailbox(ann.recovery, new MailedCode("00000000"), null));
            }

            assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                    .isInstanceOf(Throttled.class);
        }

        @Test
        void takes_no_code_by_mail_and_no_device_for_a_second_factor() {
            frozen();
            var needed = (SecondFactorNeeded) ann.signIn();

            assertThat(needed.factors())
                    .doesNotContain(Factor.EMAIL_CODE, Factor.DEVICE_KEY)
                    .contains(Factor.TOTP);
            assertThat(world.send(new SendEmailCode(ann.id, ann.signIn))).isEqualTo(new Refused(Reason.FROZEN));
            assertThat(world.send(new ProveEmailCode(ann.id, ann.signIn, new MailedCode("00000000"))))
                    .isEqualTo(new Refused(Reason.FROZEN));
            assertThat(world.send(new ResetSecondFactor(ann.id, ann.signIn, null)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.last(DeviceProofRefused.class).reason()).isEqualTo(Reason.FROZEN);
        }

        @Test
        void lets_nobody_change_what_protects_it() {
            frozen();
            ann.signInWithPhone();
            var id = new AuthenticatorId(UUID.randomUUID().toString());

            assertThat(world.send(new EnrollTotp(ann.id, ann.session(), id, new Label("x"), ann.algorithm, 6)))
                    .isEqualTo(new Refused(Reason.FROZEN));
            assertThat(world.send(new ChangePassword(ann.id, ann.session(), ann.digest(NEW))))
                    .isEqualTo(new Refused(Reason.FROZEN));
        }

        @Test
        void gives_no_way_to_whoever_was_told_of_the_notice() {
            ann.nextStep();
            var told = told();
            var thief = new Person(world);
            ann.signInWithPhone();
            ann.enroll();
            ann.confirm();
            ann.generateRecoveryCode();
            world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
            world.send(
                    new GenerateBackupCodes(ann.id, ann.session(), thief.freshBackupCodes()), BackupCodesIssued.class);

            freeze(told);

            assertThat(world.last(AuthenticatorSuspended.class))
                    .isEqualTo(new AuthenticatorSuspended(ann.id.value(), ann.phone.value(), Reason.FROZEN));
            assertThat(world.last(RecoveryCodeRevoked.class).reason()).isEqualTo(Reason.FROZEN);
            ann.signIn();
            ann.nextStep();
            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())))
                    .isEqualTo(new Refused(Reason.SUSPENDED));
            assertThat(world.send(new ProveBackupCode(ann.id, ann.signIn, Person.digest(thief.backupCodes.getFirst()))))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
    }

    @Nested
    class UnfreezingByTheHolder {

        @Test
        void needs_a_frozen_account() {
            assertThat(unfreeze()).isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void needs_a_fresh_second_factor() {
            frozen();
            assertThat(unfreeze()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            ann.signInWithPhone();
            world.clock.pass(Limits.FRESH_PROOF);
            assertThat(unfreeze()).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
            var stronger = world.send(new StepUpWithTotp(ann.id, ann.session(), ann.code()), SignedIn.class);
            ann.session = stronger.grant().sessionId();

            assertThat(unfreeze()).isEqualTo(new Done());
            assertThat(world.last(AccountUnfrozen.class)).isEqualTo(new AccountUnfrozen(ann.id.value(), null, null));
        }

        @Test
        void is_not_for_an_account_that_has_but_a_password() {
            var bob = Person.verified(world);
            world.send(told().freezes(bob.id, world), Done.class);
            bob.signIn();

            assertThat(world.send(new UnfreezeAccount(bob.id, bob.session())))
                    .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
        }

        @Test
        void opens_every_way_again() {
            frozen();
            ann.signInWithPhone();
            unfreeze();
            world.clock.pass(Duration.ofMinutes(1));
            ann.startRecovery();
            world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);

            assertThat(ann.recover(NEW)).isInstanceOf(Recovered.class);
        }
    }
}
