package io.latchkey.query.groups;

import static io.latchkey.query.Stories.GROUP;
import static io.latchkey.query.Stories.HELP;
import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Way;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.GroupMemberInvited;
import io.latchkey.event.GroupMemberLeft;
import io.latchkey.event.GroupRoleChanged;
import io.latchkey.event.Reason;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.recoveries.FindRecovery;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryCase;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.query.recoveries.Status;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What organizers and members see of their group, and staff of a case in it. */
@Execution(ExecutionMode.CONCURRENT)
class GroupQueriesTest {

    private static final String NOBODY = "01890000-0000-7000-8000-0000000000aa";

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void helped() {
        stories.protectedAccount(ANN);
        stories.helped(ANN, BOB);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private GroupOverview seenBy(String account) {
        return world.ask(new FindGroup(GROUP, account), GroupOverview.class);
    }

    private HelpLine help() {
        return seenBy(ANN).recoveries().getFirst();
    }

    private RecoveryStatus status() {
        return world.ask(new FindRecoveryStatus(HELP), RecoveryStatus.class);
    }

    @Test
    void whoever_is_not_in_it_sees_nothing() {
        assertThat(seenBy(NOBODY)).isNull();
        assertThat(world.ask(new FindGroups(NOBODY), Groups.class).groups()).isEmpty();
    }

    @Test
    void an_organizer_sees_members_masked_and_whom_the_group_helps() {
        var group = seenBy(ANN);
        assertThat(group.name()).isEqualTo("The Examples");
        assertThat(group.members().stream().map(MemberLine::accountId)).containsExactly(ANN, BOB, EVE);
        assertThat(group.members().getFirst().mailbox())
                .startsWith("j")
                .contains("***")
                .doesNotContain("jane");
        assertThat(help().note()).isEqualTo("lost the phone");
        assertThat(help().consents()).containsExactlyInAnyOrder(ANN, EVE);
        assertThat(help().status()).isEqualTo(Status.WAITING);
    }

    @Test
    void a_member_sees_who_is_in_it_and_not_whom_it_helps() {
        assertThat(seenBy(BOB).members()).hasSize(3);
        assertThat(seenBy(BOB).recoveries()).isEmpty();
        assertThat(seenBy(BOB).role()).isEqualTo(GroupRole.MEMBER);
    }

    @Test
    void the_member_sees_the_own_case_until_its_end() {
        var own = world.ask(new FindGroups(BOB), Groups.class).recoveries();
        assertThat(own.stream().map(OwnHelpLine::recoveryId)).containsExactly(HELP);
        assertThat(own.getFirst().completesAt()).isEqualTo(status().completesAt());
        assertThat(world.ask(new FindGroups(ANN), Groups.class).recoveries()).isEmpty();
        world.happened(BOB, new AssistedRecoveryCancelled(BOB, HELP, Reason.VETOED));
        assertThat(world.ask(new FindGroups(BOB), Groups.class).recoveries()).isEmpty();
    }

    @Test
    void an_invitation_waits_for_who_was_asked_until_it_is_too_old() {
        var until = world.clock.instant().plus(Duration.ofDays(7));
        world.happened(GROUP, new GroupMemberInvited(GROUP, NOBODY, "i3", ANN, until));
        assertThat(world.ask(new FindGroups(NOBODY), Groups.class).invitations())
                .containsExactly(new InvitationLine("i3", GROUP, "The Examples", until));
        world.clock.pass(Duration.ofDays(7));
        assertThat(world.ask(new FindGroups(NOBODY), Groups.class).invitations())
                .isEmpty();
        assertThat(seenBy(ANN).invitations()).isZero();
    }

    @Test
    void the_consent_of_an_organizer_ends_with_the_role_and_with_the_membership() {
        world.happened(GROUP, new GroupRoleChanged(GROUP, EVE, GroupRole.MEMBER));
        assertThat(help().consents()).containsExactly(ANN);
        world.happened(GROUP, new GroupMemberLeft(GROUP, BOB, Reason.REMOVED));
        assertThat(seenBy(ANN).recoveries()).isEmpty();
        assertThat(seenBy(BOB)).isNull();
    }

    @Test
    void a_group_that_everybody_left_is_gone() {
        var until = world.clock.instant().plus(Duration.ofDays(7));
        world.happened(GROUP, new GroupMemberInvited(GROUP, NOBODY, "i3", ANN, until));
        for (var account : List.of(ANN, BOB, EVE)) {
            world.happened(GROUP, new GroupMemberLeft(GROUP, account, Reason.ENDED_BY_HOLDER));
        }
        assertThat(world.count("group_view")).isZero();
        assertThat(world.count("group_invitation_view")).isZero();
    }

    @Test
    void how_many_organizers_it_takes_follows_from_what_was_proven() {
        assertThat(status().way()).isEqualTo(Way.TWO_ORGANIZERS);
        world.happened(BOB, stories.chosen(BOB, List.of(Factor.PASSWORD, Factor.EMAIL_CODE)));
        assertThat(status().way()).isEqualTo(Way.ORGANIZER);
        assertThat(status().missing()).isEmpty();
    }

    @Test
    void it_ends_by_a_veto_by_its_time_and_with_new_credentials() {
        world.clock.pass(Duration.ofDays(8));
        assertThat(status().status()).isEqualTo(Status.EXPIRED);
        assertThat(help().status()).isEqualTo(Status.EXPIRED);
        world.happened(BOB, new AssistedRecoveryCancelled(BOB, HELP, Reason.VETOED));
        assertThat(status().status()).isEqualTo(Status.CANCELLED);
        world.happened(BOB, new AccountRecovered(BOB, HELP, "sealed", "sealed", "2026-3"));
        assertThat(status().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void support_finds_every_step_of_both_sides_in_the_case() {
        var file = world.ask(new FindRecovery(HELP), RecoveryCase.class);
        assertThat(file.steps().stream().map(step -> step.type()))
                .containsExactly(
                        "AssistedRecoveryStarted",
                        "GroupRecoveryBegun",
                        "GroupRecoveryApproved",
                        "AssistedCredentialsChosen");
    }
}
