package io.latchkey.query.accounts;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What holder and staff see of things that were lost, and of an account that is frozen. */
@Execution(ExecutionMode.CONCURRENT)
class LossesTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void lost() {
        stories.protectedAccount(ANN);
        world.happened(ANN, new GuessesForgiven(ANN, Factor.EMAIL_CODE));
        stories.lost(ANN);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private AccountOverview ann() {
        return world.ask(new FindAccount(ANN), AccountOverview.class);
    }

    private List<FrozenAccount> alarms() {
        return world.ask(new FindFrozenAccounts(), FrozenAccounts.class).accounts();
    }

    private List<WayIn> ways(Loss lost) {
        return ann().readiness().stream()
                .filter(found -> found.lost().equals(List.of(lost)))
                .flatMap(found -> found.ways().stream())
                .map(WayLeft::way)
                .toList();
    }

    private void unfrozen() {
        world.happened(ANN, new AccountUnfrozen(ANN, null, null));
    }

    @Test
    void a_suspended_authenticator_is_no_way_but_still_a_second_factor() {
        unfrozen();

        assertThat(ann().authenticators()).extracting(AuthenticatorLine::status).containsExactly("suspended");
        assertThat(ann().secondFactor()).isTrue();
        assertThat(ways(Loss.MAILBOX)).containsExactly(WayIn.SIGN_IN_WITH_BACKUP_CODE);
        world.happened(ANN, new AuthenticatorResumed(ANN, ANN + "-a1"));
        assertThat(ways(Loss.MAILBOX))
                .containsExactly(WayIn.SIGN_IN_WITH_AUTHENTICATOR, WayIn.SIGN_IN_WITH_BACKUP_CODE);
    }

    @Test
    void a_suspended_device_is_listed_has_no_session_and_stands_in_for_nothing() {
        unfrozen();

        assertThat(world.ask(new FindDevices(ANN), Devices.class).devices())
                .extracting(DeviceLine::suspended)
                .containsExactly(true);
        assertThat(world.ask(new FindSessionState(ANN, ANN + "-s2"), SessionState.class))
                .isEqualTo(SessionState.ENDED);
        assertThat(ways(Loss.SECRET_KEY)).containsExactly(WayIn.ACCOUNT_RECOVERY);
        world.happened(ANN, new DeviceResumed(ANN, ANN + "-d1"));
        assertThat(ways(Loss.SECRET_KEY)).contains(WayIn.SIGN_IN_WITH_BACKUP_CODE);
    }

    @Test
    void while_it_is_frozen_only_signing_in_is_left_and_nothing_is_advised() {
        assertThat(ann().frozen().since()).isEqualTo(world.clock.instant());
        assertThat(ways(Loss.PASSWORD)).isEmpty();
        assertThat(ways(Loss.MAILBOX)).containsExactly(WayIn.SIGN_IN_WITH_BACKUP_CODE);
        assertThat(ann().readiness()).allMatch(found -> found.add().isEmpty());
        unfrozen();
        assertThat(ann().frozen()).isNull();
        assertThat(ways(Loss.PASSWORD)).containsExactly(WayIn.ACCOUNT_RECOVERY);
    }

    @Test
    void the_holder_is_reminded_of_what_was_reported_lost() {
        assertThat(ann().reminders())
                .extracting(Reminder::kind)
                .startsWith(Reminder.Kind.FROZEN_ACCOUNT, Reminder.Kind.REPORTED_LOST, Reminder.Kind.REPORTED_LOST);
    }

    @Test
    void staff_see_what_was_objected_to_and_what_was_asked_for() {
        stories.protectedAccount(BOB);
        var notice = world.jdbc.queryForObject(
                "select event_id from audit_record where account_id = ? and type = 'RecoveryCodeActivated'",
                String.class,
                BOB);
        world.happened(BOB, new AccountFrozen(BOB, notice, world.clock.instant()));

        assertThat(alarms()).extracting(FrozenAccount::accountId).containsExactlyInAnyOrder(ANN, BOB);
        var bobs = alarms().stream()
                .filter(one -> one.accountId().equals(BOB))
                .findFirst()
                .orElseThrow();
        assertThat(bobs.about()).isEqualTo("RecoveryCodeActivated");
        assertThat(bobs.unfreezing()).isNull();
        var anns = alarms().stream()
                .filter(one -> one.accountId().equals(ANN))
                .findFirst()
                .orElseThrow();
        assertThat(anns.mailbox()).isEqualTo("j***@e***.org");
        assertThat(anns.unfreezing().requestedBy()).isEqualTo(ANN);
        assertThat(anns.unfreezing().note()).isEqualTo("she came by");
    }

    @Test
    void a_request_of_staff_is_gone_after_its_time_or_a_further_objection() {
        assertThat(ann().frozen().approvableUntil()).isNotNull();
        world.clock.pass(Duration.ofHours(24));
        assertThat(ann().frozen().approvableUntil()).isNull();
        assertThat(alarms().getFirst().unfreezing()).isNull();
        world.happened(ANN, new AccountFrozen(ANN, "another", world.clock.instant()));
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void an_objection_to_something_older_leaves_the_request_and_the_time() {
        var frozenAt = ann().frozen().since();
        world.clock.pass(Duration.ofMinutes(1));
        world.happened(ANN, new AccountFrozen(ANN, "older", frozenAt.minus(Duration.ofHours(1))));

        assertThat(alarms().getFirst().unfreezing()).isNotNull();
        assertThat(ann().frozen().since()).isEqualTo(frozenAt);
    }

    @Test
    void nothing_is_left_of_an_erased_account() {
        world.happened(ANN, new AccountErased(ANN));

        assertThat(alarms()).isEmpty();
    }
}
