package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import org.junit.jupiter.api.Test;

/** Who gets into a group, who leads it, and how one leaves. */
class GroupsTest {

    private final World world = new World();

    @Test
    void a_session_without_a_second_factor_begins_no_group() {
        var weak = Person.verified(world);
        weak.signIn();
        var wish = new CreateGroup(new GroupId(world.newId()), Family.by(weak), new Label("none"));
        assertThat(world.send(wish)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.last(GroupWishRefused.class).reason()).isEqualTo(Reason.STEP_UP_REQUIRED);
        assertThat(world.all()).noneMatch(GroupCreated.class::isInstance);
    }

    @Test
    void an_id_of_a_group_begins_no_other() {
        var family = new Family(world);
        var eve = Family.strong(Family.someone(world));
        assertThat(world.send(new CreateGroup(family.id, Family.by(eve), new Label("mine now"))))
                .isEqualTo(new Refused(Reason.ALREADY_USED));
        assertThat(world.send(new LeaveGroup(family.id, Family.by(eve)))).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void an_invitation_is_used_once_and_by_that_account_only() {
        var family = new Family(world);
        var max = Family.strong(Family.someone(world));
        var eve = Family.strong(Family.someone(world));
        Family.strong(family.ann);
        world.send(family.invitation(max), Done.class);
        assertThat(family.accept(eve)).isEqualTo(new Refused(Reason.NOT_FOUND));
        Family.strong(max);
        assertThat(family.accept(max)).isEqualTo(new Done());
        assertThat(family.accept(max)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.all().filter(GroupMemberJoined.class::isInstance)).hasSize(1);
    }

    @Test
    void an_invitation_ends_after_its_time_and_with_a_newer_one() {
        var family = new Family(world);
        var max = Family.someone(world);
        Family.strong(family.ann);
        world.send(family.invitation(max), Done.class);
        var older = family.lastInvitation();
        world.send(family.invitation(max), Done.class);
        Family.strong(max);
        assertThat(world.send(new AcceptInvitation(family.id, Family.by(max), older)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        world.clock.pass(Limits.INVITATION);
        Family.strong(max);
        assertThat(family.accept(max)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void who_comes_in_has_proven_to_be_there_within_five_minutes() {
        var family = new Family(world);
        var max = Family.strong(Family.someone(world));
        Family.strong(family.ann);
        world.send(family.invitation(max), Done.class);
        world.clock.pass(Limits.FRESH_PROOF);
        assertThat(family.accept(max)).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.all()).noneMatch(GroupMemberJoined.class::isInstance);
    }

    @Test
    void invitations_flood_no_mailbox_and_can_be_accepted_all_the_same() {
        var family = new Family(world);
        var max = Family.someone(world);
        Family.strong(family.ann);
        for (int i = 0; i <= Limits.INVITATIONS; i++) {
            world.send(family.invitation(max), Done.class);
        }
        assertThat(world.all().filter(GroupInvitationReceived.class::isInstance))
                .hasSize(Limits.INVITATIONS);
        Family.strong(max);
        assertThat(family.accept(max)).isEqualTo(new Done());
    }

    @Test
    void an_address_that_nobody_has_is_asked_like_any_other_and_hears_nothing() {
        var family = new Family(world);
        var nobody = new AccountId(world.newId());
        Family.strong(family.ann);
        var wish = new InviteMember(family.id, Family.by(family.ann), new InvitationId(world.newId()), nobody);
        assertThat(world.send(wish)).isEqualTo(new Done());
        assertThat(world.all()).contains(new DecoyOpened(nobody.value()));
        assertThat(world.all()).noneMatch(GroupInvitationReceived.class::isInstance);
    }

    @Test
    void a_member_invites_removes_and_raises_nobody() {
        var family = new Family(world);
        var max = family.member();
        var eve = Family.someone(world);
        var by = Family.by(Family.strong(max));
        assertThat(world.send(new InviteMember(family.id, by, new InvitationId(world.newId()), eve.id)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.send(new RemoveMember(family.id, by, family.ann.id)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.send(new ChangeGroupRole(family.id, by, max.id, GroupRole.ORGANIZER)))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
    }

    @Test
    void an_organizer_needs_a_strong_sign_in_of_the_last_five_minutes() {
        var family = new Family(world);
        var max = family.member();
        Family.strong(family.ann);
        world.clock.pass(Limits.FRESH_PROOF);
        assertThat(world.send(new RemoveMember(family.id, Family.by(family.ann), max.id)))
                .isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.last(GroupWishRefused.class).reason()).isEqualTo(Reason.STEP_UP_REQUIRED);
    }

    @Test
    void nobody_leads_without_an_authenticator_and_an_organizer_keeps_the_last_one() {
        var family = new Family(world);
        var bare = Person.verified(world);
        bare.signIn();
        Family.strong(family.ann);
        world.send(family.invitation(bare), Done.class);
        assertThat(family.accept(bare)).isEqualTo(new Done());
        assertThat(family.promote(bare)).isEqualTo(new Refused(Reason.MISSING_PROOF));

        Family.strong(family.ann);
        assertThat(world.send(new RemoveAuthenticator(family.ann.id, family.ann.session(), family.ann.phone)))
                .isEqualTo(new Refused(Reason.LAST_ORGANIZER));
    }

    @Test
    void an_authenticator_that_is_suspended_is_not_the_one_to_keep() {
        var family = new Family(world);
        var kept = Family.strong(family.ann).phone;
        family.ann.enroll();
        family.ann.confirm();
        var suspended = new SuspendAuthenticator(family.ann.id, family.ann.session(), family.ann.phone);
        assertThat(world.send(suspended)).isEqualTo(new Done());
        assertThat(world.send(new RemoveAuthenticator(family.ann.id, family.ann.session(), kept)))
                .isEqualTo(new Refused(Reason.LAST_ORGANIZER));
    }

    @Test
    void the_last_organizer_cannot_leave_or_step_down_while_others_stay() {
        var family = new Family(world);
        family.member();
        Family.strong(family.ann);
        assertThat(world.send(new LeaveGroup(family.id, Family.by(family.ann))))
                .isEqualTo(new Refused(Reason.LAST_ORGANIZER));
        assertThat(world.send(new ChangeGroupRole(family.id, Family.by(family.ann), family.ann.id, GroupRole.MEMBER)))
                .isEqualTo(new Refused(Reason.LAST_ORGANIZER));
    }

    @Test
    void an_organizer_who_cannot_act_does_not_count_when_the_other_wants_to_leave() {
        var family = new Family(world);
        var bea = family.organizer();
        bea.startRecovery();
        world.send(new ProveRecoveryCode(bea.recovery, bea.recoveryCode));
        world.send(new ProveMailbox(bea.recovery, bea.recoveryMail(), null));
        assertThat(bea.recover(Family.CHOSEN)).isInstanceOf(Recovered.class);
        Family.strong(family.ann);
        assertThat(world.send(new LeaveGroup(family.id, Family.by(family.ann))))
                .isEqualTo(new Refused(Reason.LAST_ORGANIZER));

        bea.signIn();
        bea.enroll();
        bea.confirm();
        Family.strong(family.ann);
        assertThat(world.send(new LeaveGroup(family.id, Family.by(family.ann)))).isEqualTo(new Done());
    }

    @Test
    void a_group_of_one_can_be_left_and_is_over() {
        var family = new Family(world);
        Family.strong(family.ann);
        assertThat(world.send(new LeaveGroup(family.id, Family.by(family.ann)))).isEqualTo(new Done());
        assertThat(world.send(new LeaveGroup(family.id, Family.by(family.ann))))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void a_group_that_everybody_left_takes_nobody_in() {
        var family = new Family(world);
        var max = Family.someone(world);
        Family.strong(family.ann);
        world.send(family.invitation(max), Done.class);
        world.send(new LeaveGroup(family.id, Family.by(family.ann)), Done.class);
        Family.strong(max);
        assertThat(family.accept(max)).isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void a_group_of_one_helps_nobody_back_in() {
        var family = new Family(world);
        assertThat(family.begin(family.ann, family.ann)).isEqualTo(new Refused(Reason.OWN_CASE));
        assertThat(world.all()).noneMatch(AssistedRecoveryStarted.class::isInstance);
    }

    @Test
    void whoever_was_removed_has_no_say_any_more() {
        var family = new Family(world);
        var bea = family.organizer();
        var max = family.member();
        Family.strong(family.ann);
        world.send(new RemoveMember(family.id, Family.by(family.ann), bea.id), Done.class);
        assertThat(family.begin(bea, max)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.all()).contains(new GroupLeft(bea.id.value(), family.id.value(), Reason.REMOVED));
    }

    @Test
    void an_account_leaves_its_groups_before_it_is_erased() {
        var family = new Family(world);
        var max = family.member();
        Family.strong(max);
        assertThat(world.send(new EraseAccount(max.id, max.session()))).isEqualTo(new Refused(Reason.STILL_IN_GROUP));
        world.send(new LeaveGroup(family.id, Family.by(max)), Done.class);
        assertThat(world.send(new EraseAccount(max.id, max.session()))).isEqualTo(new Done());
    }

    @Test
    void nothing_that_a_person_named_can_be_read_in_an_event() {
        var family = new Family(world);
        var max = family.member();
        family.begin(family.ann, max);
        assertThat(world.all().map(Object::toString))
                .noneMatch(event -> event.contains("The Examples") || event.contains("on a train"));
    }
}
