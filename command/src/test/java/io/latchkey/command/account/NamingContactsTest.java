package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a holder can name, who accepts, and how it ends. */
class NamingContactsTest {

    private final World world = new World();
    private final Circle circle = new Circle(world);
    private final Person ann = circle.ann;

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    @Test
    void the_holder_is_no_contact_of_the_own_account() {
        assertThat(circle.name(ann)).isEqualTo(refused(Reason.OWN_CASE));
        assertThat(world.last(ChangeRefused.class).reason()).isEqualTo(Reason.OWN_CASE);
    }

    @Test
    void an_eleventh_contact_is_one_too_many_until_an_invitation_is_too_old() {
        for (int i = 0; i < Limits.CONTACTS; i++) {
            assertThat(circle.name(someId())).isEqualTo(new Done());
        }
        assertThat(circle.name(someId())).isEqualTo(refused(Reason.NOT_ALLOWED));
        world.clock.pass(Limits.INVITATION);
        assertThat(circle.name(someId())).isEqualTo(new Done());
    }

    @Test
    void the_same_one_is_not_named_twice() {
        var bea = circle.contact();
        assertThat(circle.name(bea)).isEqualTo(refused(Reason.IN_PROGRESS));
    }

    @Test
    void who_was_asked_twice_is_a_contact_once() {
        var bea = Family.someone(world);
        circle.name(bea);
        circle.name(bea);
        Family.strong(bea);
        assertThat(circle.accept(bea, circle.ids.getFirst())).isEqualTo(new Done());
        assertThat(circle.accept(bea, circle.ids.getLast())).isEqualTo(refused(Reason.IN_PROGRESS));
    }

    @Test
    void naming_needs_a_fresh_second_factor() {
        var weak = Person.verified(world);
        weak.signIn();
        var wish =
                new NameContact(weak.id, weak.session(), new ContactId(world.newId()), someId(), new Label("a friend"));
        assertThat(world.send(wish)).isEqualTo(refused(Reason.STEP_UP_REQUIRED));
        Family.strong(ann);
        world.clock.pass(Duration.ofMinutes(6));
        var late =
                new NameContact(ann.id, ann.session(), new ContactId(world.newId()), someId(), new Label("a friend"));
        assertThat(world.send(late)).isEqualTo(refused(Reason.STEP_UP_REQUIRED));
    }

    @Test
    void an_address_that_nobody_has_is_answered_alike_and_opens_a_decoy() {
        var nobody = someId();
        assertThat(circle.name(nobody)).isEqualTo(new Done());
        assertThat(world.last(DecoyOpened.class).accountId()).isEqualTo(nobody.value());
        assertThat(world.last(ContactNamed.class).contactAccountId()).isEqualTo(nobody.value());
    }

    @Test
    void an_invitation_is_used_once_and_by_nobody_else_and_not_too_late() {
        var bea = Family.someone(world);
        var eve = Family.someone(world);
        circle.name(bea);
        Family.strong(eve);
        assertThat(circle.accept(eve, circle.lastNamed())).isEqualTo(refused(Reason.NOT_FOUND));
        Family.strong(bea);
        assertThat(circle.accept(bea, circle.lastNamed())).isEqualTo(new Done());
        assertThat(circle.accept(bea, circle.lastNamed())).isEqualTo(refused(Reason.NOT_FOUND));
        circle.name(eve);
        world.clock.pass(Limits.INVITATION);
        Family.strong(eve);
        assertThat(circle.accept(eve, circle.lastNamed())).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(world.last(ContactWishRefused.class).contactAccountId()).isEqualTo(eve.id.value());
    }

    @Test
    void accepting_needs_what_approving_will_need() {
        var bea = Family.someone(world);
        circle.name(bea);
        Family.strong(bea);
        world.clock.pass(Duration.ofMinutes(6));
        assertThat(circle.accept(bea, circle.lastNamed())).isEqualTo(refused(Reason.STEP_UP_REQUIRED));
        var weak = Person.verified(world);
        circle.name(weak);
        weak.signIn();
        assertThat(circle.accept(weak, circle.lastNamed())).isEqualTo(refused(Reason.STEP_UP_REQUIRED));
    }

    @Test
    void every_year_the_holder_is_told_to_look_at_them() {
        assertThat(remind()).isEqualTo(new NextDue(null));
        var bea = circle.contact();
        var due = world.clock.instant().plus(Limits.CONTACT_REVIEW);
        assertThat(remind()).isEqualTo(new NextDue(due));
        world.clock.pass(Limits.CONTACT_REVIEW.minusDays(1));
        Family.strong(ann);
        world.send(new ReviewContacts(ann.id, ann.session()), Done.class);
        due = world.clock.instant().plus(Limits.CONTACT_REVIEW);
        world.clock.pass(Duration.ofDays(2));
        world.news();
        assertThat(remind()).as("looked at them in time").isEqualTo(new NextDue(due));
        assertThat(world.news()).isEmpty();

        world.clock.pass(Limits.CONTACT_REVIEW);
        due = world.clock.instant().plus(Limits.CONTACT_REVIEW);
        assertThat(remind()).isEqualTo(new NextDue(due));
        assertThat(world.news()).containsExactly(new ContactReviewDue(ann.id.value()));
        assertThat(remind()).as("told once").isEqualTo(new NextDue(due));
        assertThat(world.news()).isEmpty();

        Family.strong(bea);
        world.send(new LeaveContact(ann.id, Circle.by(bea), circle.idOf(bea)), Done.class);
        assertThat(remind()).as("nobody is left").isEqualTo(new NextDue(null));
    }

    private Outcome remind() {
        return world.send(new RemindOfContacts(ann.id));
    }

    @Test
    void a_contact_declines_or_leaves_and_the_holder_takes_one_off() {
        var bea = Family.someone(world);
        circle.name(bea);
        Family.strong(bea);
        var declined = new LeaveContact(ann.id, Circle.by(bea), circle.lastNamed());
        assertThat(world.send(declined)).isEqualTo(new Done());
        assertThat(world.send(declined)).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(world.last(ContactRemoved.class).reason()).isEqualTo(Reason.DECLINED);

        var cid = circle.contact();
        Family.strong(ann);
        var removed = new RemoveContact(ann.id, ann.session(), circle.idOf(cid));
        assertThat(world.send(removed)).isEqualTo(new Done());
        assertThat(world.send(removed)).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(world.last(ContactRemoved.class).reason()).isEqualTo(Reason.REMOVED);
    }

    @Test
    void another_account_neither_leaves_nor_learns_anything() {
        var bea = circle.contact();
        var eve = Family.strong(Family.someone(world));
        var foreign = new LeaveContact(ann.id, Circle.by(eve), circle.idOf(bea));
        assertThat(world.send(foreign)).isEqualTo(refused(Reason.NOT_FOUND));
    }

    @Test
    void who_objects_to_a_mail_is_rid_of_the_contacts_since_then() {
        circle.contact();
        var bea = Family.someone(world);
        var noticedAt = world.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        circle.name(bea);
        Family.strong(bea);
        circle.accept(bea, circle.lastNamed());
        var link = new NoticeLink(ann.id.value(), world.newId(), noticedAt);
        var freezing =
                new FreezeAccount(ann.id, new NoticeId(link.noticeId()), link.noticedAt(), link.token(world.hashing));
        assertThat(world.send(freezing)).isEqualTo(new Done());
        assertThat(world.all().filter(ContactRemoved.class::isInstance).map(ContactRemoved.class::cast))
                .singleElement()
                .isEqualTo(new ContactRemoved(ann.id.value(), circle.idOf(bea).value(), bea.id.value(), Reason.FROZEN));
    }

    @Test
    void a_look_at_the_contacts_is_recorded() {
        circle.contact();
        Family.strong(ann);
        assertThat(world.send(new ReviewContacts(ann.id, ann.session()))).isEqualTo(new Done());
        assertThat(world.last(ContactsReviewed.class).accountId()).isEqualTo(ann.id.value());
    }

    private static AccountId someId() {
        return new AccountId(UUID.randomUUID().toString());
    }
}
