package io.latchkey.query.accounts;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Limits;
import io.latchkey.event.*;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.value.Factor;
import io.latchkey.value.Fingerprint;
import io.latchkey.value.Role;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class AccountQueriesTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void ann_is_protected() {
        stories.protectedAccount(ANN);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private AccountOverview ann() {
        return world.ask(new FindAccount(ANN), AccountOverview.class);
    }

    private SessionState session(String sessionId) {
        return world.ask(new FindSessionState(ANN, sessionId), SessionState.class);
    }

    private boolean live(String sessionId) {
        return session(sessionId) == SessionState.LIVE;
    }

    @Nested
    class A_session {

        @Test
        void that_is_not_there_yet_is_not_known() {
            assertThat(session("nothing")).isEqualTo(SessionState.UNKNOWN);
        }

        @Test
        void that_has_ended_is_known_to_have_ended_as_long_as_its_token_might_be_shown() {
            world.happened(ANN, new SessionEnded(ANN, ANN + "-s1", Reason.SIGNED_OUT));
            world.clock.pass(Duration.ofMinutes(59));
            world.happened(ANN, stories.session(ANN, ANN + "-s3"));
            assertThat(session(ANN + "-s1")).isEqualTo(SessionState.ENDED);

            world.happened(ANN, new AccountErased(ANN));
            assertThat(session(ANN + "-s1")).isEqualTo(SessionState.ENDED);
        }

        @Test
        void ends_with_its_end() {
            world.happened(ANN, new SessionEnded(ANN, ANN + "-s1", Reason.SIGNED_OUT));

            assertThat(live(ANN + "-s1")).isFalse();
            assertThat(live(ANN + "-s2")).isTrue();
        }

        @Test
        void ends_when_all_others_end() {
            world.happened(ANN, new SessionsEnded(ANN, ANN + "-s2", Reason.ENDED_BY_HOLDER));

            assertThat(live(ANN + "-s1")).isFalse();
            assertThat(live(ANN + "-s2")).isTrue();
        }

        @Test
        void ends_with_its_device() {
            world.happened(ANN, new DeviceForgotten(ANN, ANN + "-d1"));

            assertThat(live(ANN + "-s2")).isFalse();
            assertThat(live(ANN + "-s1")).isTrue();
        }

        @Test
        void ends_when_idle_for_an_hour_unless_continued() {
            world.clock.pass(Duration.ofMinutes(59));
            world.happened(ANN, new SessionRefreshed(ANN, ANN + "-s2", 1));
            world.clock.pass(Duration.ofMinutes(1));

            assertThat(live(ANN + "-s1")).isFalse();
            assertThat(live(ANN + "-s2")).isTrue();
            assertThat(world.ask(new FindSessions(ANN), Sessions.class).sessions())
                    .hasSize(1);
        }

        @Test
        void ends_when_its_time_is_over() {
            for (int hour = 0; hour < 24; hour++) {
                world.clock.pass(Duration.ofMinutes(59));
                world.happened(ANN, new SessionRefreshed(ANN, ANN + "-s2", hour + 1));
            }
            assertThat(live(ANN + "-s2")).isTrue();
            world.clock.pass(Duration.ofMinutes(24));
            assertThat(live(ANN + "-s2")).isFalse();
        }

        @Test
        void ends_with_a_recovery() {
            stories.recovered(ANN);

            assertThat(live(ANN + "-s1")).isFalse();
            assertThat(live(ANN + "-s2")).isFalse();
        }
    }

    @Nested
    class An_account {

        @Test
        void that_is_unknown_or_a_decoy_is_not_found() {
            world.happened(EVE, new DecoyOpened(EVE));

            assertThat(world.ask(new FindAccount(EVE), AccountOverview.class)).isNull();
            assertThat(world.ask(new FindAccount("nobody"), AccountOverview.class))
                    .isNull();
        }

        @Test
        void shows_what_it_has() {
            var ann = ann();

            assertThat(ann.email()).isEqualTo("j***@e***.org");
            assertThat(ann.name()).isEqualTo("Ann Example");
            assertThat(ann.mailboxVerified()).isTrue();
            assertThat(ann.secondFactor()).isTrue();
            assertThat(ann.reenrolmentRequired()).isFalse();
            assertThat(ann.authenticators()).singleElement().satisfies(line -> {
                assertThat(line.name()).isEqualTo("old phone");
                assertThat(line.status()).isEqualTo("active");
            });
            assertThat(ann.backupCodes())
                    .isEqualTo(new BackupCodesLine(
                            ANN + "-b1",
                            3,
                            true,
                            "few backup codes left: make new ones",
                            Fingerprint.of(ANN + "-b1").value()));
            assertThat(ann.recoveryCode().state()).isEqualTo("active");
            assertThat(ann.recoveryCode().fingerprint())
                    .isEqualTo(Fingerprint.of(ANN + "-c1").value());
            assertThat(ann.sessions()).isEqualTo(2);
            assertThat(ann.roles()).containsExactly(Role.SUPPORT);
            assertThat(ann.toString()).doesNotContain("Ann");
        }

        @Test
        void after_a_recovery_has_a_recovery_code_and_nothing_else() {
            stories.recovered(ANN);

            var ann = ann();
            assertThat(ann.secondFactor()).isFalse();
            assertThat(ann.reenrolmentRequired()).isTrue();
            assertThat(ann.authenticators()).isEmpty();
            assertThat(ann.backupCodes()).isEqualTo(new BackupCodesLine(null, 0, false, null, null));
            assertThat(ann.recoveryCode().state()).isEqualTo("active");
            assertThat(ann.sessions()).isZero();
            assertThat(world.ask(new FindDevices(ANN), Devices.class).devices()).isEmpty();
            assertThat(world.jdbc.queryForList("select status from authenticator_view", String.class))
                    .containsExactly("REMOVED");
        }

        @Test
        void after_a_reset_by_a_device_has_its_devices_and_must_set_up_an_authenticator() {
            stories.resetByDevice(ANN);

            var ann = ann();
            assertThat(ann.secondFactor()).isFalse();
            assertThat(ann.reenrolmentRequired()).isTrue();
            assertThat(ann.backupCodes()).isEqualTo(new BackupCodesLine(null, 0, false, null, null));
            assertThat(ann.recoveryCode().state()).isEqualTo("active");
            assertThat(ann.sessions()).isOne();
            assertThat(live(ANN + "-s9")).isTrue();
            assertThat(world.ask(new FindDevices(ANN), Devices.class).devices()).hasSize(2);
        }

        @Test
        void offers_an_authenticator_only_while_it_may_be_confirmed() {
            world.happened(ANN, stories.enrolment(ANN, ANN + "-a2"));
            assertThat(ann().authenticators()).hasSize(2);

            world.clock.pass(Duration.ofMinutes(10));
            assertThat(ann().authenticators()).hasSize(1);
        }

        @Test
        void that_is_erased_is_gone() {
            world.happened(ANN, new AccountErased(ANN));

            assertThat(ann()).isNull();
            assertThat(live(ANN + "-s1")).isFalse();
            assertThat(world.ask(new FindStaff(), Staff.class).staff()).isEmpty();
        }
    }

    @Nested
    class Readiness_of_an_account {

        private ReadinessCase when(Loss... lost) {
            return ann().readiness().stream()
                    .filter(found -> found.lost().equals(List.of(lost)))
                    .findFirst()
                    .orElseThrow();
        }

        private List<WayIn> ways(Loss... lost) {
            return when(lost).ways().stream().map(WayLeft::way).toList();
        }

        private Duration timeOfReset() {
            return when(Loss.PHONE).ways().stream()
                    .filter(left -> left.way() == WayIn.DELAYED_RESET)
                    .map(WayLeft::takes)
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void tells_how_long_a_reset_would_take() {
            world.happened(ANN, new GuessesForgiven(ANN, Factor.EMAIL_CODE));
            assertThat(timeOfReset()).isEqualTo(Duration.ofDays(7).plusHours(48));

            world.clock.pass(Duration.ofDays(8));
            assertThat(timeOfReset()).isEqualTo(Duration.ofHours(48));
        }

        /** Her mailed codes are switched off. */
        @Test
        void is_told_from_what_it_has() {
            assertThat(ann().readiness()).hasSize(10);
            assertThat(ways(Loss.PHONE)).containsExactly(WayIn.SIGN_IN_WITH_BACKUP_CODE);
            assertThat(ways(Loss.SECRET_KEY))
                    .containsExactly(WayIn.SIGN_IN_WITH_AUTHENTICATOR, WayIn.SIGN_IN_WITH_BACKUP_CODE);

            world.happened(ANN, new GuessesForgiven(ANN, Factor.EMAIL_CODE));
            assertThat(ways(Loss.PASSWORD)).containsExactly(WayIn.ACCOUNT_RECOVERY);

            world.happened(ANN, new FactorDisabled(ANN, Factor.RECOVERY_CODE));
            assertThat(ways(Loss.PASSWORD)).isEmpty();
            assertThat(when(Loss.PASSWORD).add()).containsExactly(Addition.RECOVERY_CODE, Addition.CONTACTS);
        }

        @Test
        void after_a_recovery_is_to_sign_in_and_set_up_anew() {
            stories.recovered(ANN);

            assertThat(ways(Loss.PHONE)).containsExactly(WayIn.SIGN_IN, WayIn.ACCOUNT_RECOVERY);
            assertThat(when(Loss.PHONE).add()).containsExactly(Addition.AUTHENTICATOR);
        }

        @Test
        void counts_the_key_of_a_device_from_the_seventh_day_until_it_lapses() {
            world.happened(ANN, stories.boundDevice(ANN, ANN + "-d2"));
            world.clock.pass(Limits.DEVICE_KEY_QUARANTINE.minusMillis(1));
            assertThat(ways(Loss.MAILBOX)).doesNotContain(WayIn.SECOND_FACTOR_RESET_BY_DEVICE);
            assertThat(when(Loss.MAILBOX).add()).contains(Addition.BOUND_DEVICE);

            world.clock.pass(Duration.ofMillis(1));
            assertThat(ways(Loss.MAILBOX)).contains(WayIn.SECOND_FACTOR_RESET_BY_DEVICE);
            assertThat(ways(Loss.SECRET_KEY)).contains(WayIn.SECRET_KEY_REPLACEMENT);
            assertThat(ways(Loss.PHONE)).doesNotContain(WayIn.SECOND_FACTOR_RESET_BY_DEVICE);

            world.clock.pass(Limits.DEVICE_UNUSED);
            assertThat(ways(Loss.MAILBOX)).doesNotContain(WayIn.SECOND_FACTOR_RESET_BY_DEVICE);
        }
    }

    @Nested
    class A_holder_is_reminded {

        @Test
        void of_few_backup_codes() {
            assertThat(ann().reminders()).containsExactly(new Reminder(Reminder.Kind.FEW_BACKUP_CODES, null, null));

            world.happened(ANN, new BackupCodesGenerated(ANN, ANN + "-b2", Collections.nCopies(10, "v")));
            assertThat(ann().reminders()).isEmpty();
        }

        @Test
        void of_a_device_two_weeks_before_it_lapses() {
            var lapsesAt = world.clock.instant().plus(Limits.DEVICE_UNUSED);
            world.clock.pass(Limits.DEVICE_UNUSED.minus(Limits.DEVICE_REMINDER).minusSeconds(1));
            assertThat(ann().reminders()).hasSize(1);

            world.clock.pass(Duration.ofSeconds(1));
            assertThat(ann().reminders())
                    .contains(new Reminder(
                            Reminder.Kind.LAPSING_DEVICE, ANN + "-d1", lapsesAt.truncatedTo(ChronoUnit.MICROS)));

            world.clock.pass(Limits.DEVICE_REMINDER);
            assertThat(ann().reminders()).hasSize(1);
        }

        @Test
        void of_a_bound_device_two_weeks_before_its_key_opens_nothing_more() {
            world.happened(ANN, stories.boundDevice(ANN, ANN + "-d2"));
            world.clock.pass(Limits.DEVICE_UNUSED.minus(Limits.DEVICE_REMINDER));

            assertThat(ann().reminders())
                    .filteredOn(reminder -> reminder.kind() == Reminder.Kind.LAPSING_DEVICE)
                    .extracting(Reminder::deviceId)
                    .containsExactly(ANN + "-d1", ANN + "-d2");
        }

        @Test
        void of_a_recovery_code_older_than_a_year() {
            world.clock.pass(Limits.RECOVERY_CODE_REMINDER.minusSeconds(1));
            assertThat(ann().reminders()).hasSize(1);

            world.clock.pass(Duration.ofSeconds(1));
            assertThat(ann().reminders()).contains(new Reminder(Reminder.Kind.OLD_RECOVERY_CODE, null, null));

            world.happened(ANN, new RecoveryCodeRevoked(ANN, ANN + "-c1", Reason.REVOKED));
            assertThat(ann().reminders()).hasSize(1);
        }
    }

    @Test
    void devices_lapse_when_unused() {
        assertThat(world.ask(new FindDevices(ANN), Devices.class).devices())
                .singleElement()
                .satisfies(device -> assertThat(device.name()).isEqualTo("laptop"));
        world.clock.pass(Duration.ofDays(90));
        assertThat(world.ask(new FindDevices(ANN), Devices.class).devices()).isEmpty();
    }

    @Test
    void a_bound_device_says_from_when_its_key_counts_and_has_the_name_it_was_given_last() {
        var boundAt = world.clock.instant();
        var name = world.sealed("account:" + ANN, "DeviceTrusted/name/" + ANN, "old tablet");
        world.happened(ANN, stories.boundDevice(ANN, ANN + "-d2"), new DeviceRenamed(ANN, ANN + "-d2", name));
        world.clock.pass(Duration.ofDays(1));
        world.happened(ANN, new SecretKeyReplaced(ANN, ANN + "-d2", "sealed-secret-key", "digest"));

        assertThat(world.ask(new FindDevices(ANN), Devices.class).devices())
                .anySatisfy(laptop -> {
                    assertThat(laptop.bound()).isFalse();
                    assertThat(laptop.keyCountsFrom()).isNull();
                })
                .anySatisfy(tablet -> {
                    assertThat(tablet.name()).isEqualTo("old tablet");
                    assertThat(tablet.bound()).isTrue();
                    assertThat(tablet.keyCountsFrom()).isEqualTo(boundAt.plus(Duration.ofDays(7)));
                    assertThat(tablet.lastUsedAt()).isEqualTo(boundAt.plus(Duration.ofDays(1)));
                });
    }

    @Test
    void staff_is_who_has_a_role() {
        stories.protectedAccount(BOB);
        world.happened(BOB, new RoleRevoked(BOB, Role.SUPPORT, ANN));

        assertThat(world.ask(new FindStaff(), Staff.class).staff())
                .singleElement()
                .satisfies(line -> assertThat(line.accountId()).isEqualTo(ANN));
    }
}
