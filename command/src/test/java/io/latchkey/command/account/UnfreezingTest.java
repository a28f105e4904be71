package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two of staff unfreeze an account, neither of them its holder. */
class UnfreezingTest {

    private static final CaseNote NOTE = new CaseNote("she came to the desk with her passport");

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);
    private final Person sue = staff(Role.SUPPORT);
    private final Person sam = staff(Role.SECURITY);

    private Person staff(Role role) {
        var person = Person.protectedOne(world);
        world.send(new GrantRole(person.id, role, ann.id), Done.class);
        return person;
    }

    @BeforeEach
    void freeze() {
        freeze(ann);
    }

    private void freeze(Person person) {
        world.clock.pass(Duration.ofSeconds(1));
        world.send(Told.now(world).freezes(person.id, world), Done.class);
    }

    private Outcome request(Person by) {
        return world.send(new RequestUnfreezing(ann.id, by.id, NOTE));
    }

    private Outcome approve(Person by) {
        return world.send(new ApproveUnfreezing(ann.id, by.id, by == sue ? sam.id : sue.id));
    }

    private Reason refusal() {
        return world.last(UnfreezingRefused.class).reason();
    }

    @Test
    void an_account_that_is_not_frozen_or_nobody_s_cannot_be() {
        assertThat(world.send(new RequestUnfreezing(sam.id, sue.id, NOTE))).isEqualTo(new Refused(Reason.NOT_FOUND));
        var nobody = new AccountId(UUID.randomUUID().toString());
        assertThat(world.send(new RequestUnfreezing(nobody, sue.id, NOTE))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new ApproveUnfreezing(nobody, sam.id, sue.id))).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void there_is_nothing_to_approve_before_somebody_asked() {
        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void the_note_is_not_readable_in_the_event() {
        request(sue);

        assertThat(world.last(UnfreezingRequested.class).toString()).doesNotContain("passport");
        assertThat(ann.open(
                        "UnfreezingRequested/note",
                        world.last(UnfreezingRequested.class).sealedNote()))
                .isEqualTo(NOTE.value());
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        request(sue);

        assertThat(approve(sue)).isEqualTo(new Refused(Reason.SAME_PERSON));
        assertThat(refusal()).isEqualTo(Reason.SAME_PERSON);
    }

    @Test
    void nobody_asks_or_approves_in_their_own_case() {
        freeze(sue);
        assertThat(world.send(new RequestUnfreezing(sue.id, sue.id, NOTE))).isEqualTo(new Refused(Reason.OWN_CASE));
        world.send(new RequestUnfreezing(sue.id, sam.id, NOTE), Done.class);

        assertThat(world.send(new ApproveUnfreezing(sue.id, sue.id, sam.id))).isEqualTo(new Refused(Reason.OWN_CASE));
        assertThat(refusal()).isEqualTo(Reason.OWN_CASE);
    }

    @Test
    void who_is_not_of_staff_neither_asks_nor_approves() {
        var eve = Person.protectedOne(world);
        assertThat(request(eve)).isEqualTo(new Refused(Reason.NO_LONGER_STAFF));
        request(sue);

        assertThat(approve(eve)).isEqualTo(new Refused(Reason.NO_LONGER_STAFF));
    }

    @Test
    void a_second_person_who_lost_the_role_meanwhile_does_not_count() {
        request(sue);
        world.send(new RevokeRole(sam.id, Role.SECURITY, ann.id), Done.class);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NO_LONGER_STAFF));
        assertThat(refusal()).isEqualTo(Reason.NO_LONGER_STAFF);
    }

    @Test
    void nor_does_the_request_of_a_first_one_who_did() {
        request(sue);
        world.send(new RevokeRole(sue.id, Role.SUPPORT, ann.id), Done.class);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NO_LONGER_STAFF));
    }

    @Test
    void nor_does_anybody_whose_own_account_is_frozen() {
        request(sue);
        freeze(sam);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NO_LONGER_STAFF));
    }

    @Test
    void a_request_ends_after_a_day() {
        request(sue);
        world.clock.pass(Limits.UNFREEZING);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void the_newest_request_is_the_one_that_counts() {
        request(sue);
        request(sam);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.SAME_PERSON));
        assertThat(approve(sue)).isEqualTo(new Done());
    }

    @Test
    void nobody_approves_a_request_with_another_one_in_mind() {
        var pat = staff(Role.SUPPORT);
        request(sue);
        request(pat);

        assertThat(world.send(new ApproveUnfreezing(ann.id, sam.id, sue.id))).isEqualTo(new Refused(Reason.REPLACED));
        assertThat(refusal()).isEqualTo(Reason.REPLACED);
        assertThat(world.send(new ApproveUnfreezing(ann.id, sam.id, pat.id))).isEqualTo(new Done());
    }

    @Test
    void the_holder_stops_a_request_by_the_link_of_its_notice() {
        request(sue);
        freeze(ann);

        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void whoever_has_the_link_of_an_older_notice_does_not_stop_it() {
        world.clock.pass(Duration.ofHours(1));
        request(sue);
        world.send(Told.now(world).earlierBy(Duration.ofMinutes(1)).freezes(ann.id, world), Done.class);
        world.send(Told.now(world).earlierBy(Duration.ofHours(2)).freezes(ann.id, world), Done.class);

        assertThat(approve(sam)).isEqualTo(new Done());
    }

    @Test
    void two_of_them_unfreeze_it_once() {
        request(sue);

        assertThat(approve(sam)).isEqualTo(new Done());
        assertThat(world.last(AccountUnfrozen.class))
                .isEqualTo(new AccountUnfrozen(ann.id.value(), sue.id.value(), sam.id.value()));
        assertThat(approve(sam)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }
}
