package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An organizer helps a member back in: what it takes, who may stop it, and what nobody but the member ever has. */
class HelpingTest {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final World world = new World();
    private final Family family = new Family(world);
    private final Person max = family.member();

    @Test
    void with_the_password_one_organizer_is_enough_after_a_day() {
        assertThat(family.begin(family.ann, max)).isInstanceOf(RecoveryBegun.class);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_PROOF));
        assertThat(family.choose(max)).isInstanceOf(CredentialsChosen.class);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.TOO_EARLY));
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Done());

        var recovered = world.last(AccountRecovered.class);
        assertThat(recovered.recoveryId()).isEqualTo(family.recovery.value());
        max.password = Family.CHOSEN;
        assertThat(((SignedIn) max.signIn()).grant().kind()).isEqualTo(SessionKind.RECOVERY);
    }

    @Test
    void nothing_counts_before_the_organizer_completes() {
        var oldKey = max.secretKey;
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        assertThat(max.signIn(Family.CHOSEN, max.secretKey)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(max.signIn(Person.PASSWORD, oldKey)).isInstanceOf(SecondFactorNeeded.class);
    }

    @Test
    void without_the_password_a_second_person_must_approve() {
        var bea = family.organizer();
        family.begin(family.ann, max);
        assertThat(family.choose(max, null)).isInstanceOf(CredentialsChosen.class);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        assertThat(family.approve(bea)).isEqualTo(new Done());
        assertThat(family.complete(family.ann)).isEqualTo(new Done());
    }

    @Test
    void the_first_is_not_the_second_and_a_member_is_no_organizer() {
        var mia = family.member();
        family.begin(family.ann, max);
        assertThat(family.approve(family.ann)).isEqualTo(new Refused(Reason.ALREADY_USED));
        assertThat(family.approve(mia)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(family.complete(mia)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
    }

    @Test
    void an_organizer_cannot_approve_or_complete_the_own_case_and_is_helped_by_two() {
        var bea = family.organizer();
        var cid = family.organizer();
        family.begin(family.ann, bea);
        Family.strong(bea);
        var own = world.send(new ApproveMemberRecovery(family.id, Family.by(bea), family.recovery));
        assertThat(own).isEqualTo(new Refused(Reason.OWN_CASE));

        family.begin(family.ann, bea);
        family.choose(bea);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        assertThat(family.approve(cid)).isEqualTo(new Done());
        assertThat(family.complete(cid)).isEqualTo(new Done());
    }

    @Test
    void an_organizer_of_another_group_is_helped_by_two() {
        Family.strong(max);
        var other = new GroupId(world.newId());
        world.send(new CreateGroup(other, Family.by(max), new Label("a group of his own")), Done.class);
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
    }

    @Test
    void staff_are_helped_by_two_as_well() {
        world.send(new GrantRole(max.id, Role.SUPPORT, family.ann.id), Done.class);
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
    }

    @Test
    void who_lost_power_is_helped_by_two_for_a_week() {
        var bea = family.organizer();
        demote(bea);
        family.begin(family.ann, bea);
        family.choose(bea);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        world.clock.pass(A_WEEK.minus(Family.WINDOW).minusHours(1));
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        world.clock.pass(Duration.ofHours(1));
        assertThat(family.complete(family.ann)).isEqualTo(new Done());
    }

    @Test
    void leaving_or_no_longer_being_staff_changes_nothing_at_once() {
        var mia = family.member();
        Family.strong(max);
        var other = new GroupId(world.newId());
        world.send(new CreateGroup(other, Family.by(max), new Label("a group of his own")), Done.class);
        world.send(new LeaveGroup(other, Family.by(max)), Done.class);
        world.send(new GrantRole(mia.id, Role.SUPPORT, family.ann.id), Done.class);
        world.send(new RevokeRole(mia.id, Role.SUPPORT, family.ann.id), Done.class);
        for (var lost : List.of(max, mia)) {
            family.begin(family.ann, lost);
            family.choose(lost);
            world.clock.pass(Family.WINDOW);
            assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        }
    }

    private void demote(Person organizer) {
        Family.strong(family.ann);
        var down = new ChangeGroupRole(family.id, Family.by(family.ann), organizer.id, GroupRole.MEMBER);
        world.send(down, Done.class);
    }

    @Test
    void an_approver_who_was_removed_meanwhile_does_not_count() {
        var bea = family.organizer();
        var cid = family.organizer();
        family.begin(family.ann, max);
        family.choose(max, null);
        family.approve(bea);
        Family.strong(family.ann);
        world.send(new RemoveMember(family.id, Family.by(family.ann), bea.id), Done.class);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
        assertThat(family.complete(cid)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(family.approve(cid)).isEqualTo(new Done());
        assertThat(family.complete(family.ann)).isEqualTo(new Done());
    }

    @Test
    void a_consent_does_not_come_back_with_whoever_gave_it() {
        var bea = family.organizer();
        family.begin(family.ann, max);
        family.choose(max, null);
        family.approve(bea);
        demote(bea);
        family.promote(bea);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.MISSING_APPROVAL));
    }

    @Test
    void a_completed_case_is_not_completed_again() {
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        family.complete(family.ann);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(family.choose(max)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.all().filter(AccountRecovered.class::isInstance)).hasSize(1);
    }

    @Test
    void the_member_stops_it_at_any_time_before_the_end_and_not_after() {
        family.begin(family.ann, max);
        assertThat(family.stop(max)).isEqualTo(new Done());
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.VETOED);

        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        assertThat(family.stop(max)).isEqualTo(new Done());
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.EXPIRED));

        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        family.complete(family.ann);
        assertThat(family.stop(max)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_link_of_another_person_or_of_another_case_stops_nothing() {
        var mia = family.member();
        family.begin(family.ann, mia);
        var hers = family.veto(mia);
        family.begin(family.ann, max);
        assertThat(world.send(new VetoAssistance(max.id, family.recovery, hers)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        var old = family.veto(max);
        family.stop(max);
        family.begin(family.ann, max);
        assertThat(world.send(new VetoAssistance(max.id, family.recovery, old)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(family.choose(max)).isInstanceOf(CredentialsChosen.class);
    }

    @Test
    void the_member_and_whoever_consented_call_it_off_from_any_session_and_nobody_else() {
        var bea = family.organizer();
        Family.strong(max);
        family.begin(family.ann, max);
        assertThat(callOff(bea)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(callOff(max)).isEqualTo(new Done());
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.ENDED_BY_HOLDER);
        assertThat(callOff(max)).isEqualTo(new Refused(Reason.EXPIRED));

        family.begin(family.ann, max);
        assertThat(callOff(family.ann)).isEqualTo(new Done());
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.CALLED_OFF);
    }

    private Outcome callOff(Person by) {
        return world.send(new CallOffMemberRecovery(family.id, Family.by(by), family.recovery));
    }

    @Test
    void a_stopped_case_takes_no_consent() {
        var bea = family.organizer();
        family.begin(family.ann, max);
        family.stop(max);
        assertThat(family.approve(bea)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void two_cases_at_once_are_one() {
        var other = new Family(world);
        Family.strong(max);
        Family.strong(other.ann);
        world.send(other.invitation(max), Done.class);
        assertThat(other.accept(max)).isEqualTo(new Done());
        family.begin(family.ann, max);
        assertThat(family.begin(family.ann, max)).isEqualTo(new Refused(Reason.IN_PROGRESS));
        assertThat(other.begin(other.ann, max)).isEqualTo(new Refused(Reason.IN_PROGRESS));
        assertThat(world.all().filter(AssistedRecoveryStarted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void of_a_recovery_by_code_and_one_by_an_organizer_the_first_to_end_is_the_last() {
        family.begin(family.ann, max);
        family.choose(max);
        var key = max.secretKey;
        max.startRecovery();
        world.send(new ProveRecoveryCode(max.recovery, max.recoveryCode));
        world.send(new ProveMailbox(max.recovery, max.recoveryMail(), null));
        assertThat(max.recover(new Password("by the recovery code"))).isInstanceOf(Recovered.class);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.all())
                .anyMatch(event ->
                        event instanceof AssistedRecoveryCancelled cancelled && cancelled.reason() == Reason.RECOVERED);
        assertThat(max.secretKey).isNotEqualTo(key);
    }

    @Test
    void the_recovery_code_of_a_member_outlives_the_help_of_an_organizer() {
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        family.complete(family.ann);
        max.startRecovery();
        world.send(new ProveRecoveryCode(max.recovery, max.recoveryCode));
        world.send(new ProveMailbox(max.recovery, max.recoveryMail(), null));
        assertThat(max.recover(new Password("and once more by code"))).isInstanceOf(Recovered.class);
    }

    @Test
    void a_strong_sign_in_of_the_member_stops_it() {
        family.begin(family.ann, max);
        Family.strong(max);
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.SECOND_FACTOR_PROVEN);
    }

    @Test
    void a_trusted_device_of_the_member_stops_it() {
        Family.strong(max);
        var tablet = new DeviceId(world.newId());
        var bind = new BindDevice(max.id, max.session(), tablet, new Label("tablet"), proof());
        world.send(bind, DeviceIsTrusted.class);
        world.clock.pass(Limits.DEVICE_KEY_QUARANTINE);
        family.begin(family.ann, max);
        world.send(new SignIn(max.id, max.newSignIn(), true, max.digest(max.password), null, tablet));
        assertThat(world.send(new ResetSecondFactor(max.id, max.signIn, proof())))
                .isInstanceOf(SignedIn.class);
        assertThat(world.all())
                .anyMatch(event -> event instanceof AssistedRecoveryCancelled cancelled
                        && cancelled.reason() == Reason.RESET_BY_DEVICE);
    }

    private DeviceProof proof() {
        return new DeviceProof("the tablet", world.newId(), world.clock.instant());
    }

    @Test
    void this_was_not_me_stops_it_and_a_frozen_account_is_not_helped() {
        family.begin(family.ann, max);
        world.send(Told.now(world).freezes(max.id, world), Done.class);
        assertThat(world.all())
                .anyMatch(event ->
                        event instanceof AssistedRecoveryCancelled cancelled && cancelled.reason() == Reason.FROZEN);
        assertThat(family.begin(family.ann, max)).isEqualTo(new Refused(Reason.FROZEN));
    }

    @Test
    void a_suspended_authenticator_of_the_member_stops_it_too() {
        family.begin(family.ann, max);
        world.send(new ReportLoss(max.id, max.digest(Person.PASSWORD), Set.of(Lost.AUTHENTICATORS)), Done.class);
        max.signIn();
        max.nextStep();
        assertThat(world.send(new ProveTotp(max.id, max.signIn, max.code()))).isEqualTo(new Refused(Reason.SUSPENDED));
        assertThat(world.all()).anyMatch(AssistedRecoveryCancelled.class::isInstance);
    }

    @Test
    void a_member_who_leaves_takes_the_case_along() {
        max.signInWithPhone();
        family.begin(family.ann, max);
        world.send(new LeaveGroup(family.id, Family.by(max)), Done.class);
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.LEFT_GROUP);
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void the_token_of_the_mail_is_needed_to_choose_and_works_once() {
        family.begin(family.ann, max);
        var wrong = new ChooseCredentials(
                max.id, family.recovery, LinkToken.random(world.random), null, max.digest(Family.CHOSEN));
        for (int i = 0; i < 20; i++) {
            assertThat(world.send(wrong)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(family.choose(max)).isInstanceOf(CredentialsChosen.class);
        assertThat(family.choose(max)).isEqualTo(new Refused(Reason.ALREADY_USED));
    }

    @Test
    void five_wrong_passwords_end_the_tries_of_a_case() {
        family.begin(family.ann, max);
        for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
            assertThat(family.choose(max, new PasswordDigest("wrong"))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(family.choose(max)).isEqualTo(new Refused(Reason.FLOW_DEAD));
        assertThat(family.choose(max, null)).isEqualTo(new Refused(Reason.FLOW_DEAD));
    }

    @Test
    void nobody_who_chose_nothing_in_time_is_recovered() {
        family.begin(family.ann, max);
        var link = family.link(max);
        world.clock.pass(Limits.ASSISTED_CHOICE);
        assertThat(world.send(new ChooseCredentials(max.id, family.recovery, link, null, max.digest(Family.CHOSEN))))
                .isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(advance().at()).isNull();
        assertThat(world.last(AssistedRecoveryExpired.class).recoveryId()).isEqualTo(family.recovery.value());
        assertThat(family.begin(family.ann, max)).isInstanceOf(RecoveryBegun.class);
    }

    @Test
    void what_nobody_completes_ends_a_week_after_its_waiting_period() {
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW.plus(Limits.ASSISTED_COMPLETION));
        assertThat(family.complete(family.ann)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_member_is_reminded_an_hour_before_it_can_be_completed() {
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW.minus(Limits.LAST_REMINDER));
        world.news();
        var next = advance().at();
        assertThat(world.news()).singleElement().isInstanceOf(AssistedRecoveryReminded.class);
        assertThat(next)
                .isEqualTo(world.clock.instant().plus(Duration.ofHours(1)).plus(Limits.ASSISTED_COMPLETION));
        advance();
        assertThat(world.news()).isEmpty();
    }

    @Test
    void a_mailbox_that_was_proven_this_week_is_not_enough() {
        var young = Person.protectedOne(world);
        Family.strong(family.ann);
        world.send(family.invitation(young), Done.class);
        Family.strong(young);
        family.accept(young);
        assertThat(family.begin(family.ann, young)).isEqualTo(new Refused(Reason.QUARANTINED));
    }

    @Test
    void the_sixth_consent_of_a_day_is_refused_and_raises_one_alarm() {
        for (int i = 0; i < Limits.CONSENTS; i++) {
            assertThat(family.begin(family.ann, max)).isInstanceOf(RecoveryBegun.class);
            family.stop(max);
        }
        assertThat(family.begin(family.ann, max)).isEqualTo(new Refused(Reason.CONSENTS_SPENT));
        assertThat(family.begin(family.ann, max)).isEqualTo(new Refused(Reason.CONSENTS_SPENT));
        assertThat(world.all().filter(OrganizerConsentsSpent.class::isInstance)).hasSize(1);
        world.clock.pass(Limits.CONSENT_PERIOD);
        assertThat(family.begin(family.ann, max)).isInstanceOf(RecoveryBegun.class);
    }

    @Test
    void another_group_does_not_give_an_organizer_more_consents() {
        var other = new GroupId(world.newId());
        Family.strong(family.ann);
        world.send(new CreateGroup(other, Family.by(family.ann), new Label("work")), Done.class);
        for (int i = 0; i < Limits.CONSENTS; i++) {
            family.begin(family.ann, max);
            family.stop(max);
        }
        Family.strong(family.ann);
        world.send(new InviteMember(other, Family.by(family.ann), new InvitationId(world.newId()), max.id), Done.class);
        Family.strong(max);
        world.send(new AcceptInvitation(other, Family.by(max), family.lastInvitation()), Done.class);
        Family.strong(family.ann);
        var wish = new BeginMemberRecovery(
                other, Family.by(family.ann), max.id, new RecoveryId(world.newId()), new Note("again"));
        assertThat(world.send(wish)).isEqualTo(new Refused(Reason.CONSENTS_SPENT));
    }

    @Test
    void an_organizer_needs_a_strong_sign_in_of_the_last_five_minutes_for_every_step() {
        family.begin(family.ann, max);
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        Family.strong(family.ann);
        world.clock.pass(Limits.FRESH_PROOF);
        var stale = new CompleteMemberRecovery(family.id, Family.by(family.ann), family.recovery);
        assertThat(world.send(stale)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        var begin = new BeginMemberRecovery(
                family.id, Family.by(family.ann), max.id, new RecoveryId(world.newId()), new Note("again"));
        assertThat(world.send(begin)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
    }

    @Test
    void no_outcome_that_an_organizer_gets_holds_a_secret() {
        assertThat(((RecoveryBegun) family.begin(family.ann, max)).recoveryId()).isEqualTo(family.recovery.value());
        family.choose(max);
        world.clock.pass(Family.WINDOW);
        assertThat(family.complete(family.ann)).isEqualTo(new Done());
    }

    private NextDue advance() {
        return world.send(new AdvanceAssistance(max.id, family.recovery), NextDue.class);
    }
}
