package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset of the second factors: what it refuses, how it waits, what stops it. */
class ResettingTest {

    private static final MailedCode WRONG = new MailedCode("00000000");
    private final World world = new World();

    @Test
    void an_account_younger_than_the_quarantine_of_its_mailbox_cannot_use_it() {
        var ann = Person.protectedOne(world);
        ann.signIn();
        var early = new RequestReset(ann.id, ann.signIn, new RecoveryId(world.newId()));
        assertThat(world.send(early)).isEqualTo(new Refused(Reason.QUARANTINED));
        assertThat(world.last(SecondFactorResetRefused.class).reason()).isEqualTo(Reason.QUARANTINED);
        assertThat(world.all()).noneMatch(SecondFactorResetStarted.class::isInstance);
    }

    @Test
    void a_mailbox_that_was_never_proven_cannot_be_used() {
        var ann = new Person(world);
        ann.signIn();
        ann.enroll();
        ann.confirm();
        world.clock.pass(Duration.ofDays(8));
        ann.signIn();
        assertThat(world.send(new RequestReset(ann.id, ann.signIn, new RecoveryId(world.newId()))))
                .isEqualTo(new Refused(Reason.MISSING_PROOF));
    }

    @Test
    void it_needs_a_living_sign_in_of_the_very_account() {
        var ann = ResetCase.settled(world);
        var eve = ResetCase.settled(world);
        assertThat(world.send(new RequestReset(ann.ann.id, eve.ann.signIn, ann.id)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        world.clock.pass(Limits.SIGN_IN);
        assertThat(eve.request()).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_password_alone_never_starts_the_waiting() {
        var reset = ResetCase.settled(world);
        reset.request();
        assertThat(reset.after(Limits.RECOVERY).at()).isNull();
        assertThat(world.last(SecondFactorResetExpired.class).recoveryId()).isEqualTo(reset.id.value());
        assertThat(reset.prove()).isEqualTo(new Refused(Reason.NOT_FOUND));
        reset.after(Duration.ofDays(30));
        assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void the_mailbox_of_another_case_proves_nothing() {
        var reset = ResetCase.settled(world);
        reset.request();
        var old = reset.mail();
        var oldLink = reset.link();
        world.clock.pass(Limits.MAIL_PAUSE);
        reset.request();
        assertThat(world.send(new ProveResetMailbox(reset.ann.id, reset.id, old, null)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new ProveResetMailbox(reset.ann.id, reset.id, null, oldLink)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
    }

    @Test
    void what_is_no_proof_of_a_mailbox_is_refused_and_recorded_and_no_guess() {
        var reset = ResetCase.settled(world);
        reset.request();
        assertThat(world.send(new ProveResetMailbox(reset.ann.id, reset.id, null, null)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.last(SecondFactorResetProofRefused.class).recoveryId()).isEqualTo(reset.id.value());
        assertThat(world.all()).noneMatch(GuessCounted.class::isInstance);
        assertThat(reset.prove()).isInstanceOf(ResetScheduled.class);
    }

    @Test
    void five_wrong_codes_end_the_tries_and_count_for_the_account() {
        var reset = ResetCase.settled(world);
        reset.request();
        var wrong = new ProveResetMailbox(reset.ann.id, reset.id, WRONG, null);
        for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
            assertThat(world.send(wrong)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(reset.prove()).isEqualTo(new Refused(Reason.FLOW_DEAD));
        world.clock.pass(Limits.MAIL_PAUSE);
        reset.request();
        assertThat(world.send(wrong)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(reset.prove()).isInstanceOf(ResetScheduled.class);
        assertThat(world.all().filter(GuessCounted.class::isInstance)).hasSize(Limits.TRIES_PER_FLOW);
    }

    @Test
    void the_link_works_where_the_code_is_not_looked_at() {
        var reset = ResetCase.settled(world);
        reset.request();
        assertThat(world.send(new ProveResetMailbox(reset.ann.id, reset.id, null, reset.link())))
                .isInstanceOf(ResetScheduled.class);
        assertThat(reset.prove()).isEqualTo(new Refused(Reason.ALREADY_USED));
    }

    @Test
    void nothing_is_taken_off_a_moment_too_early_and_asking_is_refused() {
        var reset = ResetCase.waiting(world);
        assertThat(world.send(new HurryReset(reset.ann.id, reset.id))).isEqualTo(new Refused(Reason.TOO_EARLY));
        reset.after(World.WAITING.minusMillis(1));
        assertThat(reset.ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
        assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void at_the_end_the_second_factors_are_gone_sessions_dead_and_a_new_one_must_be_bound() {
        var reset = ResetCase.settled(world);
        var ann = reset.ann;
        reset.request();
        reset.prove();
        world.clock.pass(World.WAITING.minusMinutes(5));
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        var bound = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
        ann.session = bound.grant().sessionId();
        assertThat(reset.after(Duration.ofMinutes(5)).at()).isNull();

        assertThat(world.last(SecondFactorsReset.class))
                .isEqualTo(new SecondFactorsReset(
                        ann.id.value(),
                        reset.id.value(),
                        io.latchkey.settings.PolicyFile.read().version()));
        var codes = ann.freshBackupCodes();
        assertThat(world.send(new GenerateBackupCodes(ann.id, ann.session(), codes)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        var in = (SignedIn) ann.signIn();
        assertThat(in.grant().kind()).isEqualTo(SessionKind.RECOVERY);
        ann.enroll();
        assertThat(ann.confirm()).isInstanceOf(TotpConfirmed.class);
        assertThat(ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
    }

    @Test
    void its_end_is_a_time_that_a_database_can_keep_and_never_too_early() {
        world.clock.pass(Duration.ofNanos(870_843_206));
        ResetCase.waiting(world);
        assertThat(world.last(SecondFactorResetScheduled.class).completesAt())
                .isEqualTo(world.clock.instant().plus(World.WAITING).plusNanos(794));
    }

    @Test
    void a_sign_in_does_what_a_deadline_has_not_come_to_do() {
        var reset = ResetCase.waiting(world);
        world.clock.pass(World.WAITING);
        assertThat(reset.ann.signIn()).isInstanceOf(SignedIn.class);
        assertThat(world.all()).anyMatch(SecondFactorsReset.class::isInstance);
        assertThat(reset.advance().at()).isNull();
    }

    @Test
    void what_has_ended_ends_once() {
        var reset = ResetCase.waiting(world);
        var token = reset.vetoToken();
        reset.after(World.WAITING);
        reset.advance();
        assertThat(reset.veto(token)).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.send(new CancelReset(reset.ann.id, reset.id))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new HurryReset(reset.ann.id, reset.id))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.all().filter(SecondFactorsReset.class::isInstance)).hasSize(1);
    }

    @Test
    void a_veto_a_moment_after_the_end_comes_too_late_even_before_the_deadline() {
        var reset = ResetCase.waiting(world);
        world.clock.pass(World.WAITING);
        assertThat(reset.veto(reset.vetoToken())).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_token_of_a_notice_stops_it() {
        var reset = ResetCase.waiting(world);
        assertThat(reset.veto(reset.vetoToken())).isEqualTo(new Done());
        assertThat(world.last(SecondFactorResetCancelled.class).reason()).isEqualTo(Reason.VETOED);
        assertThat(reset.after(World.WAITING).at()).isNull();
        assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void the_token_of_another_persons_notice_stops_nothing_however_often() {
        var eves = ResetCase.waiting(world).vetoToken();
        var reset = ResetCase.waiting(world);
        var own = reset.vetoToken();
        for (int i = 0; i < 60; i++) {
            assertThat(reset.veto(eves)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(reset.veto(own)).isEqualTo(new Done());
    }

    @Test
    void every_strong_proof_stops_it() {
        var signedIn = ResetCase.waiting(world);
        signedIn.ann.signInWithPhone();
        assertStopped(signedIn);
        var byCode = ResetCase.waiting(world);
        byCode.ann.signIn();
        var code = Person.digest(byCode.ann.backupCodes.getFirst());
        world.send(new ProveBackupCode(byCode.ann.id, byCode.ann.signIn, code), SignedIn.class);
        assertStopped(byCode);
        var steppedUp = ResetCase.settled(world);
        steppedUp.ann.signInWithPhone();
        steppedUp.ann.signIn();
        steppedUp.request();
        steppedUp.prove();
        steppedUp.ann.nextStep();
        world.send(new StepUpWithTotp(steppedUp.ann.id, steppedUp.ann.session(), steppedUp.ann.code()), SignedIn.class);
        assertStopped(steppedUp);
    }

    @Test
    void a_trusted_device_that_takes_them_off_at_once_ends_it() {
        var reset = ResetCase.settled(world);
        var ann = reset.ann;
        var tablet = new DeviceId(world.newId());
        ann.signInWithPhone();
        world.send(
                new BindDevice(ann.id, ann.session(), tablet, new Label("tablet"), signedByTheTablet()),
                DeviceIsTrusted.class);
        world.clock.pass(Limits.DEVICE_KEY_QUARANTINE);
        ann.signIn();
        reset.request();
        reset.prove();
        world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, tablet));
        world.send(new ResetSecondFactor(ann.id, ann.signIn, signedByTheTablet()), SignedIn.class);
        assertStopped(reset, Reason.RESET_BY_DEVICE);
    }

    private DeviceProof signedByTheTablet() {
        return new DeviceProof("the tablet", world.newId(), world.clock.instant());
    }

    private void assertStopped(ResetCase reset) {
        assertStopped(reset, Reason.SECOND_FACTOR_PROVEN);
    }

    private void assertStopped(ResetCase reset, Reason reason) {
        assertThat(world.last(SecondFactorResetCancelled.class))
                .isEqualTo(new SecondFactorResetCancelled(reset.ann.id.value(), reset.id.value(), reason));
        assertThat(reset.after(World.WAITING).at()).isNull();
        assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void a_wrong_second_factor_or_the_password_alone_does_not_stop_it() {
        var reset = ResetCase.waiting(world);
        reset.ann.signIn();
        world.send(new ProveTotp(reset.ann.id, reset.ann.signIn, reset.ann.wrongCode()));
        reset.after(World.WAITING);
        assertThat(world.all()).anyMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void a_recovery_of_the_account_and_its_erasure_stop_it() {
        var reset = ResetCase.waiting(world);
        var ann = reset.ann;
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode));
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
        assertThat(ann.recover(new Password("a new and better one"))).isInstanceOf(Recovered.class);
        assertThat(world.last(SecondFactorResetCancelled.class).reason()).isEqualTo(Reason.RECOVERED);

        var gone = ResetCase.settled(world);
        gone.ann.signInWithPhone();
        gone.ann.signIn();
        gone.request();
        gone.prove();
        world.send(new EraseAccount(gone.ann.id, gone.ann.session()), Done.class);
        assertThat(world.last(SecondFactorResetCancelled.class))
                .isEqualTo(new SecondFactorResetCancelled(gone.ann.id.value(), gone.id.value(), Reason.ERASED));
        gone.after(World.WAITING);
        assertThat(world.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void a_second_request_joins_the_first_and_shortens_nothing() {
        var reset = ResetCase.waiting(world);
        var ends = world.last(SecondFactorResetScheduled.class).completesAt();
        world.clock.pass(Duration.ofHours(70));
        reset.ann.signIn();
        var second = (ResetBegun)
                world.send(new RequestReset(reset.ann.id, reset.ann.signIn, new RecoveryId(world.newId())));
        assertThat(second.recoveryId()).isEqualTo(reset.id.value());
        assertThat(second.completesAt()).isEqualTo(ends);
        assertThat(world.all()).anyMatch(SecondFactorResetJoined.class::isInstance);
        assertThat(world.all().filter(SecondFactorResetStarted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void an_operator_who_changes_the_time_changes_it_for_later_requests_only() {
        var reset = ResetCase.settled(world);
        reset.request();
        var proof = new ProveResetMailbox(reset.ann.id, reset.id, reset.mail(), null);
        var now = world.clock.instant();
        var later = new World(world, Duration.ofHours(24));
        assertThat(later.send(proof)).isEqualTo(new ResetScheduled(now.plus(World.WAITING)));

        later.clock.pass(World.WAITING.minusMillis(1));
        later.send(new AdvanceReset(reset.ann.id, reset.id), NextDue.class);
        assertThat(later.all()).noneMatch(SecondFactorsReset.class::isInstance);
    }

    @Test
    void two_requests_at_once_are_one_case() {
        var reset = ResetCase.settled(world);
        var first = (ResetBegun) reset.request();
        var second = (ResetBegun) reset.request();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_holder_is_reminded_after_a_day_and_an_hour_before_the_end() {
        var reset = ResetCase.waiting(world);
        world.news();
        var next = reset.advance().at();
        assertThat(Duration.between(world.clock.instant(), next)).isEqualTo(Duration.ofHours(24));
        assertThat(reset.after(Duration.ofHours(24).minusSeconds(1)).at()).isEqualTo(next);
        assertThat(world.news()).isEmpty();
        next = reset.after(Duration.ofSeconds(1)).at();
        assertThat(next).isEqualTo(world.clock.instant().plus(Duration.ofHours(47)));
        assertThat(world.news())
                .hasOnlyElementsOfType(SecondFactorResetReminded.class)
                .hasSize(1);
        next = reset.after(Duration.ofHours(47)).at();
        assertThat(next).isEqualTo(world.clock.instant().plus(Duration.ofHours(1)));
        assertThat(world.news())
                .hasOnlyElementsOfType(SecondFactorResetReminded.class)
                .hasSize(1);
        assertThat(reset.veto(new LinkToken(reset.ann.open(
                        "SecondFactorReset/veto/" + reset.id,
                        world.last(SecondFactorResetReminded.class).sealedVetoToken()))))
                .isEqualTo(new Done());
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 25, 26, 72, 168})
    void no_reminder_comes_at_the_beginning_the_end_or_twice(long hours) {
        var from = Instant.EPOCH;
        var period = new WaitingPeriod(from, from.plus(Duration.ofHours(hours)));
        assertThat(period.reminders())
                .hasSize(hours < 25 ? 1 : 2)
                .isSorted()
                .allMatch(at -> at.isAfter(from) && at.isBefore(period.until()));
        assertThat(period.nextAfter(period.reminders().getLast())).isEqualTo(period.until());
    }

    @Test
    void nothing_that_is_asked_carries_a_time_a_policy_or_whether_something_is_proven() {
        assertThat(List.of(
                                RequestReset.class,
                                ProveResetMailbox.class,
                                VetoReset.class,
                                CancelReset.class,
                                HurryReset.class,
                                AdvanceReset.class)
                        .stream()
                        .flatMap(wish -> Arrays.stream(wish.getRecordComponents())))
                .noneMatch(part -> Set.of(Duration.class, Instant.class).contains(part.getType()))
                .noneMatch(part -> part.getName().matches("(?i).*(polic|proven|verified|expir|wait|level).*"));
    }
}
