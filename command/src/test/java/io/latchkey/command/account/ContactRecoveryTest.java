package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two of the recovery contacts, the mailbox and a day bring a holder back; everything less does not. */
class ContactRecoveryTest {

    private final World world = new World();
    private final Circle circle = new Circle(world);
    private final Person ann = circle.ann;
    private final Person bea = circle.contact();
    private final Person cid = circle.ripe();

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    private void assertAsked() {
        assertThat(circle.ask()).isInstanceOf(ContactsAsked.class);
    }

    @Test
    void two_contacts_the_mailbox_and_a_day_bring_the_holder_back() {
        assertAsked();
        assertThat(circle.complete()).isEqualTo(refused(Reason.MISSING_APPROVAL));
        assertThat(circle.approve(bea)).isEqualTo(new Done());
        assertThat(circle.complete()).isEqualTo(refused(Reason.MISSING_APPROVAL));
        assertThat(circle.approve(cid)).isEqualTo(new Done());
        world.clock.pass(Circle.WINDOW.minusSeconds(1));
        assertThat(circle.complete()).isEqualTo(refused(Reason.TOO_EARLY));
        world.clock.pass(Duration.ofSeconds(1));
        assertThat(circle.complete()).isInstanceOf(Recovered.class);

        assertThat(world.last(AccountRecovered.class).recoveryId()).isEqualTo(ann.recovery.value());
        assertThat(((SignedIn) ann.signIn()).grant().kind()).isEqualTo(SessionKind.RECOVERY);
        assertThat(circle.complete()).isEqualTo(refused(Reason.EXPIRED));
    }

    /** So that the handle for what follows needs no read model, which may be behind. */
    @Test
    void the_answer_that_shows_the_code_names_the_account() {
        assertThat(((ContactsAsked) circle.ask()).accountId()).isEqualTo(ann.id.value());
    }

    @Test
    void nobody_is_asked_before_the_mailbox_is_proven_whoever_has_contacts() {
        ann.startRecovery();
        world.news();
        assertThat(circle.askNow()).isEqualTo(refused(Reason.MISSING_PROOF));
        assertThat(world.news()).singleElement().isInstanceOf(RecoveryRefused.class);

        var nobody = new RecoveryId(world.newId());
        world.send(new StartRecovery(nobody, new AccountId(world.newId()), false, false), RecoveryBegun.class);
        world.news();
        assertThat(world.send(new AskContacts(nobody))).isEqualTo(refused(Reason.MISSING_PROOF));
        assertThat(world.news()).singleElement().isInstanceOf(RecoveryRefused.class);
    }

    @Test
    void one_contact_alone_is_too_few() {
        Family.strong(ann);
        world.send(new RemoveContact(ann.id, ann.session(), circle.idOf(bea)), Done.class);
        assertThat(circle.ask()).isEqualTo(refused(Reason.TOO_FEW_CONTACTS));
    }

    @Test
    void a_contact_in_quarantine_is_neither_counted_nor_asked() {
        var dan = circle.contact();
        assertAsked();
        assertThat(world.last(ContactRecoveryStarted.class).contacts())
                .containsExactly(circle.idOf(bea).value(), circle.idOf(cid).value());
        assertThat(circle.approve(dan)).isEqualTo(refused(Reason.TOO_NEW));
        world.clock.pass(Duration.ofDays(2));
        assertThat(circle.approve(dan)).isEqualTo(refused(Reason.TOO_NEW));
    }

    @Test
    void a_contact_who_could_not_sign_in_strongly_is_not_counted() {
        Family.strong(bea);
        world.send(new EraseAccount(bea.id, bea.session()), Done.class);
        assertThat(circle.ask()).isEqualTo(refused(Reason.TOO_FEW_CONTACTS));
    }

    @Test
    void a_contact_who_was_removed_meanwhile_cannot_approve_and_has_not_approved() {
        assertAsked();
        circle.approve(bea);
        circle.approve(cid);
        world.send(new LeaveContact(ann.id, Circle.by(cid), circle.idOf(cid)), Done.class);
        world.clock.pass(Circle.WINDOW);
        assertThat(circle.complete()).isEqualTo(refused(Reason.MISSING_APPROVAL));
        assertThat(circle.approve(cid)).isEqualTo(refused(Reason.NOT_FOUND));
    }

    @Test
    void nobody_approves_twice() {
        assertAsked();
        assertThat(circle.approve(bea)).isEqualTo(new Done());
        assertThat(circle.approve(bea)).isEqualTo(refused(Reason.ALREADY_USED));
        assertThat(circle.complete()).isEqualTo(refused(Reason.MISSING_APPROVAL));
    }

    @Test
    void a_wrong_code_is_recorded_and_after_five_the_right_one_is_not_taken() {
        assertAsked();
        for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
            assertThat(circle.approve(bea, circle.wrong())).isEqualTo(refused(Reason.WRONG_PROOF));
        }
        assertThat(world.last(ContactWishRefused.class))
                .isEqualTo(new ContactWishRefused(
                        ann.id.value(),
                        bea.id.value(),
                        ann.recovery.value(),
                        "approve a recovery as a contact",
                        Reason.WRONG_PROOF));
        assertThat(circle.approve(bea)).isEqualTo(refused(Reason.FLOW_DEAD));
        assertThat(circle.approve(cid)).isEqualTo(new Done());
    }

    @Test
    void another_case_brings_no_more_tries() {
        assertAsked();
        for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
            circle.approve(bea, circle.wrong());
        }
        circle.stop(circle.veto());
        var session = Circle.by(Family.strong(bea));
        world.clock.pass(Duration.ofSeconds(1));
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        circle.askNow();
        world.send(new ApproveContactRecovery(ann.id, session, ann.recovery, circle.wrong()), Refused.class);
        assertThat(world.send(new ApproveContactRecovery(ann.id, session, ann.recovery, circle.code)))
                .isInstanceOf(Throttled.class);
    }

    @Test
    void the_case_of_another_person_is_answered_as_none() {
        assertAsked();
        var eve = Family.someone(world);
        assertThat(circle.approve(eve)).isEqualTo(refused(Reason.NOT_FOUND));
        var other = new RecoveryId(world.newId());
        Family.strong(bea);
        assertThat(world.send(new ApproveContactRecovery(ann.id, Circle.by(bea), other, circle.code)))
                .isEqualTo(refused(Reason.NOT_FOUND));
        var wish = new ApproveContactRecovery(bea.id, Circle.by(bea), ann.recovery, circle.code);
        assertThat(world.send(wish)).isEqualTo(refused(Reason.OWN_CASE));
    }

    @Test
    void approving_needs_a_fresh_second_factor() {
        assertAsked();
        Family.strong(bea);
        world.clock.pass(Duration.ofMinutes(6));
        assertThat(world.send(new ApproveContactRecovery(ann.id, Circle.by(bea), ann.recovery, circle.code)))
                .isEqualTo(refused(Reason.STEP_UP_REQUIRED));
    }

    @Test
    void a_second_recovery_waits_for_the_end_of_the_first_and_shortens_nothing() {
        assertAsked();
        var first = ann.recovery;
        circle.approve(bea);
        circle.approve(cid);
        var scheduled = world.last(ContactRecoveryScheduled.class);
        assertThat(circle.ask()).isEqualTo(refused(Reason.IN_PROGRESS));
        assertThat(circle.askNow()).isEqualTo(refused(Reason.IN_PROGRESS));
        world.clock.pass(Circle.WINDOW);
        assertThat(circle.complete()).isEqualTo(refused(Reason.EXPIRED));
        ann.recovery = first;
        assertThat(world.last(ContactRecoveryScheduled.class)).isEqualTo(scheduled);
        assertThat(circle.complete()).isInstanceOf(Recovered.class);
    }

    @Test
    void contacts_are_asked_once_in_a_recovery() {
        assertAsked();
        assertThat(circle.askNow()).isEqualTo(refused(Reason.EXPIRED));
    }

    @Test
    void a_recovery_by_code_that_ends_first_ends_it() {
        assertAsked();
        var waiting = ann.recovery;
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        assertThat(ann.recover(new Password("by the recovery code"))).isInstanceOf(Recovered.class);
        ann.recovery = waiting;
        assertThat(circle.approve(bea)).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(circle.complete()).isEqualTo(refused(Reason.EXPIRED));
    }

    @Test
    void a_veto_stops_it_and_comes_too_late_after_the_end() {
        assertAsked();
        var token = circle.veto();
        assertThat(circle.stop(LinkToken.random(world.random))).isEqualTo(refused(Reason.WRONG_PROOF));
        assertThat(circle.stop(token)).isEqualTo(new Done());
        assertThat(circle.stop(token)).isEqualTo(refused(Reason.EXPIRED));
        assertThat(circle.approve(bea)).isEqualTo(refused(Reason.NOT_FOUND));

        assertAsked();
        circle.approve(bea);
        circle.approve(cid);
        world.clock.pass(Circle.WINDOW);
        circle.complete();
        assertThat(circle.stop(circle.veto())).isEqualTo(refused(Reason.EXPIRED));
    }

    @Test
    void a_strong_sign_in_of_the_holder_stops_it() {
        assertAsked();
        circle.approve(bea);
        circle.approve(cid);
        Family.strong(ann);
        assertThat(world.last(AssistedRecoveryCancelled.class).reason()).isEqualTo(Reason.SECOND_FACTOR_PROVEN);
        world.clock.pass(Circle.WINDOW);
        assertThat(circle.complete()).isEqualTo(refused(Reason.EXPIRED));
    }

    @Test
    void reminders_come_and_what_nobody_finishes_is_void() {
        assertAsked();
        circle.approve(bea);
        circle.approve(cid);
        world.clock.pass(Circle.WINDOW.minusMinutes(59));
        world.send(new AdvanceAssistance(ann.id, ann.recovery), NextDue.class);
        assertThat(world.last(AssistedRecoveryReminded.class).completesAt())
                .isEqualTo(world.last(ContactRecoveryScheduled.class).completesAt());
        world.clock.pass(Limits.ASSISTED_COMPLETION.plus(Circle.WINDOW));
        world.send(new AdvanceAssistance(ann.id, ann.recovery), NextDue.class);
        assertThat(world.last(AssistedRecoveryExpired.class).recoveryId()).isEqualTo(ann.recovery.value());
        assertThat(circle.complete()).isEqualTo(refused(Reason.EXPIRED));
    }

    @Test
    void without_approvals_it_ends_after_three_days_and_another_may_begin() {
        assertAsked();
        circle.approve(bea);
        world.clock.pass(Limits.CONTACT_APPROVALS);
        assertThat(circle.approve(cid)).isEqualTo(refused(Reason.NOT_FOUND));
        assertAsked();
    }

    @Test
    void a_mailbox_that_was_proven_lately_cannot_ask() {
        var young = Person.protectedOne(world);
        young.startRecovery();
        world.send(new ProveMailbox(young.recovery, young.recoveryMail(), null), ProofAccepted.class);
        assertThat(world.send(new AskContacts(young.recovery))).isEqualTo(refused(Reason.QUARANTINED));
    }

    @Test
    void nothing_of_it_is_readable_in_the_events() {
        assertAsked();
        assertThat(world.all().map(Object::toString))
                .noneMatch(event -> event.contains("ann@example.org")
                        || event.contains(circle.code.digits())
                        || event.contains("Ann of Example")
                        || event.contains("a friend"));
    }
}
