package io.latchkey.query.accounts;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static io.latchkey.query.accounts.WayIn.RECOVERY_WITH_ORGANIZER;
import static io.latchkey.query.accounts.WayIn.RECOVERY_WITH_TWO_ORGANIZERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.GroupCreated;
import io.latchkey.event.GroupJoined;
import io.latchkey.event.GroupLeft;
import io.latchkey.event.GroupMemberJoined;
import io.latchkey.event.GroupMemberLeft;
import io.latchkey.event.GroupRoleChanged;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.Reason;
import io.latchkey.event.RoleGranted;
import io.latchkey.event.RoleRevoked;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import io.latchkey.value.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ann is a member of a family that Bob leads. Whose help can she count on? */
@Execution(ExecutionMode.CONCURRENT)
class OrganizersTest {

    private static final String FAMILY = Stories.GROUP;
    private static final String FIRM = "01890000-0000-7000-8000-0000000000ab";

    private static final Duration WEEK = Duration.ofDays(7);

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void family() {
        List.of(ANN, BOB, EVE).forEach(stories::protectedAccount);
        world.happened(ANN, new RoleRevoked(ANN, Role.SUPPORT, BOB));
        world.clock.pass(WEEK);
        world.happened(FAMILY, new GroupCreated(FAMILY, BOB, "sealed-name"), joined(FAMILY, ANN), joined(FAMILY, EVE));
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static GroupMemberJoined joined(String group, String account) {
        return new GroupMemberJoined(group, account, group + account);
    }

    private void role(String group, String account, GroupRole role) {
        world.happened(group, new GroupRoleChanged(group, account, role));
    }

    private List<WayIn> ways(Loss lost) {
        return left(lost).stream()
                .map(WayLeft::way)
                .filter(way -> way.name().endsWith("ORGANIZER") || way.name().endsWith("ORGANIZERS"))
                .toList();
    }

    private List<WayLeft> left(Loss lost) {
        return world.ask(new FindAccount(ANN), AccountOverview.class).readiness().stream()
                .filter(found -> found.lost().equals(List.of(lost)))
                .flatMap(found -> found.ways().stream())
                .toList();
    }

    @Test
    void one_helps_whoever_knows_the_password_and_two_help_everybody() {
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_ORGANIZER);
        assertThat(ways(Loss.PASSWORD)).isEmpty();
        role(FAMILY, EVE, GroupRole.ORGANIZER);
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_ORGANIZER, RECOVERY_WITH_TWO_ORGANIZERS);
        assertThat(ways(Loss.PASSWORD)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
        assertThat(ways(Loss.MAILBOX)).isEmpty();
        world.happened(FAMILY, new GroupMemberLeft(FAMILY, ANN, Reason.ENDED_BY_HOLDER));
        assertThat(ways(Loss.PHONE)).isEmpty();
    }

    @Test
    void staff_and_organizers_of_any_group_take_two_besides_themselves() {
        world.happened(ANN, new RoleGranted(ANN, Role.SUPPORT, "bootstrap"));
        assertThat(ways(Loss.PHONE)).isEmpty();
        role(FAMILY, EVE, GroupRole.ORGANIZER);
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);

        world.happened(ANN, new RoleRevoked(ANN, Role.SUPPORT, BOB));
        world.happened(FIRM, new GroupCreated(FIRM, ANN, "sealed-name"));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
        role(FAMILY, ANN, GroupRole.ORGANIZER);
        role(FAMILY, EVE, GroupRole.MEMBER);
        assertThat(ways(Loss.PHONE)).isEmpty();
    }

    @Test
    void organizers_of_two_groups_are_not_two_organizers_of_one() {
        world.happened(FIRM, new GroupCreated(FIRM, EVE, "sealed-name"), joined(FIRM, ANN));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_ORGANIZER);
        world.happened(FIRM, joined(FIRM, BOB));
        role(FIRM, BOB, GroupRole.ORGANIZER);
        assertThat(ways(Loss.PASSWORD)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
    }

    @Test
    void who_could_help_nobody_today_does_not_count() {
        world.happened(BOB, new AuthenticatorSuspended(BOB, BOB + "-a1", Reason.REPORTED_LOST));
        assertThat(ways(Loss.PHONE)).isEmpty();
        world.happened(BOB, new AuthenticatorResumed(BOB, BOB + "-a1"), new FactorDisabled(BOB, Factor.TOTP));
        assertThat(ways(Loss.PHONE)).isEmpty();
        world.happened(BOB, new GuessesForgiven(BOB, Factor.TOTP));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_ORGANIZER);
        world.happened(BOB, new AccountFrozen(BOB, "no-event", world.clock.instant()));
        assertThat(ways(Loss.PHONE)).isEmpty();
    }

    @Test
    void for_a_week_after_power_over_others_was_lost_it_still_takes_two() {
        role(FAMILY, EVE, GroupRole.ORGANIZER);
        world.happened(ANN, new GroupJoined(ANN, FIRM, GroupRole.ORGANIZER));
        world.happened(ANN, new GroupJoined(ANN, FIRM, GroupRole.MEMBER));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
        world.clock.pass(WEEK);
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_ORGANIZER, RECOVERY_WITH_TWO_ORGANIZERS);

        world.happened(ANN, new GroupLeft(ANN, FIRM, Reason.ENDED_BY_HOLDER));
        assertThat(ways(Loss.PHONE)).as("led nothing any more").contains(RECOVERY_WITH_ORGANIZER);
        world.happened(
                ANN, new GroupJoined(ANN, FIRM, GroupRole.ORGANIZER), new GroupLeft(ANN, FIRM, Reason.ENDED_BY_HOLDER));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
        world.clock.pass(WEEK);
        world.happened(ANN, new RoleGranted(ANN, Role.SUPPORT, BOB), new RoleRevoked(ANN, Role.SUPPORT, BOB));
        assertThat(ways(Loss.PHONE)).containsExactly(RECOVERY_WITH_TWO_ORGANIZERS);
    }

    @Test
    void it_takes_a_day_and_what_is_left_of_the_quarantine_and_nothing_opens_a_frozen_account() {
        world.happened(ANN, new MailboxVerified(ANN));
        assertThat(left(Loss.PHONE)).contains(new WayLeft(RECOVERY_WITH_ORGANIZER, WEEK.plusHours(24)));
        world.clock.pass(WEEK);
        assertThat(left(Loss.PHONE)).contains(new WayLeft(RECOVERY_WITH_ORGANIZER, Duration.ofHours(24)));
        world.happened(ANN, new AccountFrozen(ANN, "no-event", world.clock.instant()));
        assertThat(ways(Loss.PHONE)).isEmpty();
    }
}
