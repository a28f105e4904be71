package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A report with one factor and no session: what it takes, what it does, and what a thief of that factor gets out of it. */
class LossReportsTest {

    private static final Set<Lost> ALL = Set.of(Lost.AUTHENTICATORS, Lost.DEVICES);

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);

    private Outcome report(String password) {
        return world.send(new ReportLoss(ann.id, ann.digest(new Password(password)), ALL));
    }

    private Outcome report() {
        return report(ann.password.value());
    }

    private Outcome askForLink() {
        return world.send(new SendLossLink(ann.id));
    }

    private LinkToken link() {
        return new LinkToken(
                ann.open("LossLinkIssued/link", world.last(LossLinkIssued.class).sealedLinkToken()));
    }

    private Outcome confirm(LinkToken token) {
        return world.send(new ConfirmLoss(ann.id, token, ALL));
    }

    private void signInWithBackupCode(int slot) {
        ann.signIn();
        var code = Person.digest(ann.backupCodes.get(slot));
        var in = world.send(new ProveBackupCode(ann.id, ann.signIn, code), SignedIn.class);
        ann.session = in.grant().sessionId();
    }

    private void liftByBackupCode(int slot) {
        signInWithBackupCode(slot);
        world.send(new ResumeAuthenticator(ann.id, ann.session(), ann.phone), Done.class);
    }

    @Nested
    class ByPassword {

        @Test
        void a_wrong_one_is_a_fact_and_counts_as_a_stranger_s_guess() {
            for (int i = 0; i < 5; i++) {
                assertThat(report("a wrong password")).isEqualTo(new Refused(Reason.WRONG_PROOF));
            }

            assertThat(world.last(LossReportRefused.class).factor()).isEqualTo(Factor.PASSWORD);
            assertThat(report()).isInstanceOf(Throttled.class);
            assertThat(ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
        }

        @Test
        void guesses_at_the_sign_in_and_here_are_counted_together() {
            for (int i = 0; i < 5; i++) {
                ann.signIn(new Password("a wrong password"), SecretKey.random(world.random));
            }

            assertThat(report()).isInstanceOf(Throttled.class);
        }

        @Test
        void an_unknown_account_takes_the_same_path() {
            var nobody = new AccountId(UUID.randomUUID().toString());
            var wish = new ReportLoss(nobody, ann.digest(ann.password), ALL);

            assertThat(world.send(wish)).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
            assertThat(world.last(LossReportRefused.class))
                    .isEqualTo(new LossReportRefused(nobody.value(), Factor.PASSWORD, Reason.UNKNOWN_ACCOUNT));
        }

        @Test
        void the_right_one_suspends_and_ends_the_sessions() {
            assertThat(report()).isEqualTo(new Done());

            assertThat(world.last(AuthenticatorSuspended.class).authenticatorId())
                    .isEqualTo(ann.phone.value());
            assertThat(world.last(SessionsEnded.class).reason()).isEqualTo(Reason.REPORTED_LOST);
            assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0))).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void only_what_was_named_is_suspended() {
            world.send(new ReportLoss(ann.id, ann.digest(ann.password), Set.of(Lost.DEVICES)), Done.class);

            assertThat(world.all()).noneMatch(AuthenticatorSuspended.class::isInstance);
        }

        @Test
        void again_is_a_fact_like_a_wrong_one_and_changes_nothing_more() {
            report();
            world.news();

            assertThat(report()).isEqualTo(new Done());
            assertThat(world.news()).singleElement().isInstanceOf(LossReported.class);
        }

        @Test
        void a_thief_cannot_suspend_what_the_holder_bound_after_the_report() {
            report();
            signInWithBackupCode(0);
            ann.enroll();
            ann.confirm();

            assertThat(report()).isEqualTo(new Refused(Reason.TOO_EARLY));
            assertThat(ann.signInWithPhone().grant().assurance()).isEqualTo(2);
        }

        @Test
        void the_holder_may_report_the_devices_after_the_phone() {
            world.send(new ReportLoss(ann.id, ann.digest(ann.password), Set.of(Lost.AUTHENTICATORS)), Done.class);

            assertThat(world.send(new ReportLoss(ann.id, ann.digest(ann.password), Set.of(Lost.DEVICES))))
                    .isEqualTo(new Done());
        }

        @Test
        void a_thief_cannot_take_the_phone_from_a_holder_who_must_unfreeze_the_account() {
            world.clock.pass(Duration.ofMinutes(1));
            world.send(Told.now(world).freezes(ann.id, world), Done.class);

            assertThat(report()).isEqualTo(new Refused(Reason.FROZEN));
            assertThat(ann.signInWithPhone().grant().assurance()).isEqualTo(2);
        }

        @Test
        void a_thief_cannot_repeat_what_the_holder_took_back() {
            report();
            liftByBackupCode(0);

            assertThat(report()).isEqualTo(new Refused(Reason.TOO_EARLY));
            world.clock.pass(Limits.LOSS_REPORT_PAUSE);
            assertThat(report()).isEqualTo(new Done());
            liftByBackupCode(1);
            var chosen = new Password("another good password");
            world.send(new ChangePassword(ann.id, ann.session(), ann.digest(chosen)), Done.class);
            world.clock.pass(Limits.LOSS_REPORT_PAUSE);
            assertThat(report()).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void a_thief_cannot_take_the_mailed_way_from_a_holder_without_backup_codes() {
            report();
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
            var in = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
            ann.session = in.grant().sessionId();
            ann.enroll();
            ann.confirm();

            assertThat(ann.signInWithPhone().grant().assurance()).isEqualTo(2);
        }
    }

    @Nested
    class ByMailbox {

        @Test
        void no_link_is_made_for_an_unknown_account_or_an_unproven_mailbox_but_it_is_a_fact() {
            var nobody = new AccountId(UUID.randomUUID().toString());
            assertThat(world.send(new SendLossLink(nobody))).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
            assertThat(world.last(LossReportRefused.class).accountId()).isEqualTo(nobody.value());
            var bob = new Person(world);
            assertThat(world.send(new SendLossLink(bob.id))).isEqualTo(new Refused(Reason.MISSING_PROOF));
            assertThat(world.all()).noneMatch(LossLinkIssued.class::isInstance);
        }

        @Test
        void asking_suspends_nothing() {
            assertThat(askForLink()).isEqualTo(new Done());

            assertThat(world.all()).noneMatch(AuthenticatorSuspended.class::isInstance);
        }

        @Test
        void a_stranger_who_asks_again_does_not_void_the_link_of_the_holder() {
            askForLink();
            var link = link();
            world.clock.pass(Limits.LOSS_LINK.minusSeconds(1));

            assertThat(askForLink()).isInstanceOf(Throttled.class);
            assertThat(confirm(link)).isEqualTo(new Done());
        }

        @Test
        void known_and_unknown_are_asked_for_as_often_and_leave_as_much() {
            var nobody = new AccountId(UUID.randomUUID().toString());
            world.send(new SendLossLink(nobody));
            world.clock.pass(Limits.LOSS_LINK);
            world.news();
            for (var id : new AccountId[] {ann.id, nobody}) {
                world.send(new SendLossLink(id));
                assertThat(world.news()).hasSize(1);
                assertThat(world.send(new SendLossLink(id))).isInstanceOf(Throttled.class);
                assertThat(world.news()).isEmpty();
            }
            assertThat(world.throttled).containsExactly(Factor.EMAIL_CODE, Factor.EMAIL_CODE);
        }

        @Test
        void the_link_works_on_a_frozen_account_too() {
            askForLink();
            var link = link();
            world.clock.pass(Duration.ofMinutes(1));
            world.send(Told.now(world).freezes(ann.id, world), Done.class);

            assertThat(confirm(link)).isEqualTo(new Done());
        }

        @Test
        void the_link_suspends_once_and_is_told_apart_from_the_password() {
            askForLink();
            var link = link();

            assertThat(confirm(link)).isEqualTo(new Done());
            assertThat(world.last(LossReported.class).factor()).isEqualTo(Factor.EMAIL_CODE);
            assertThat(confirm(link)).isEqualTo(new Refused(Reason.ALREADY_USED));
        }

        @Test
        void the_link_of_another_is_refused() {
            askForLink();
            var anns = link();
            var eve = Person.protectedOne(world);

            assertThat(world.send(new ConfirmLoss(eve.id, anns, ALL))).isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(confirm(LinkToken.random(world.random))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void the_link_is_refused_after_its_end() {
            askForLink();
            var link = link();
            world.clock.pass(Limits.LOSS_LINK);

            assertThat(confirm(link)).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.last(LossReportRefused.class).factor()).isEqualTo(Factor.EMAIL_CODE);
        }

        @Test
        void only_the_newest_link_is_good() {
            askForLink();
            var old = link();
            world.clock.pass(Limits.LOSS_LINK);
            askForLink();

            assertThat(confirm(old)).isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(confirm(link())).isEqualTo(new Done());
        }
    }
}
