package io.latchkey.query.accounts;

import static io.latchkey.query.accounts.Holding.AUTHENTICATOR;
import static io.latchkey.query.accounts.Holding.BACKUP_CODES;
import static io.latchkey.query.accounts.Holding.MAILBOX;
import static io.latchkey.query.accounts.Holding.MAILED_CODES;
import static io.latchkey.query.accounts.Holding.ORGANIZER;
import static io.latchkey.query.accounts.Holding.RECOVERY_CODE;
import static io.latchkey.query.accounts.Holding.SECOND_FACTOR;
import static io.latchkey.query.accounts.Holding.TWO_ORGANIZERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is lost: which ways are left | what would open more. Each table is written by hand from the rules of sign-in and recovery. */
class ReadinessTest {

    private static final Duration RESET = Duration.ofHours(72);
    private static final Duration CONTACTS = Duration.ofHours(24);
    private static final Duration ORGANIZERS = Duration.ofHours(25);
    private static final Holdings BARE = new Holdings(EnumSet.of(MAILBOX, MAILED_CODES), 0, 0);
    private static final Holdings AUTHENTICATOR_ONLY = BARE.with(SECOND_FACTOR).with(AUTHENTICATOR);
    private static final Holdings ALL_BUT_A_DEVICE =
            AUTHENTICATOR_ONLY.with(BACKUP_CODES).with(RECOVERY_CODE);

    @Test
    void with_everything_but_a_trusted_device() {
        assertThat(table(ALL_BUT_A_DEVICE)).isEqualTo("""
                PHONE: BACKUP_CODE MAILED_CODE DELAYED_RESET RECOVERY | BOUND_DEVICE CONTACTS
                MAILBOX: AUTHENTICATOR BACKUP_CODE | BOUND_DEVICE
                PASSWORD: RECOVERY | CONTACTS
                SECRET_KEY: RECOVERY | TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                PHONE MAILBOX: BACKUP_CODE | BOUND_DEVICE
                PHONE PASSWORD: RECOVERY | CONTACTS
                PHONE SECRET_KEY: RECOVERY | TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: | TRUSTED_DEVICE BOUND_DEVICE
                PASSWORD SECRET_KEY: RECOVERY | CONTACTS
                """);
    }

    @Test
    void with_one_trusted_device_which_may_be_the_phone() {
        assertThat(table(ALL_BUT_A_DEVICE.withTrustedDevices(1))).isEqualTo("""
                PHONE: BACKUP_CODE MAILED_CODE DELAYED_RESET RECOVERY | BOUND_DEVICE CONTACTS
                MAILBOX: AUTHENTICATOR BACKUP_CODE | BOUND_DEVICE
                PASSWORD: RECOVERY | CONTACTS
                SECRET_KEY: AUTHENTICATOR BACKUP_CODE MAILED_CODE DELAYED_RESET RECOVERY | BOUND_DEVICE CONTACTS
                PHONE MAILBOX: BACKUP_CODE | BOUND_DEVICE
                PHONE PASSWORD: RECOVERY | CONTACTS
                PHONE SECRET_KEY: RECOVERY | TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: AUTHENTICATOR BACKUP_CODE | BOUND_DEVICE
                PASSWORD SECRET_KEY: RECOVERY | CONTACTS
                """);
    }

    @Test
    void with_two_trusted_devices_one_is_left_when_the_phone_is_gone() {
        assertThat(table(ALL_BUT_A_DEVICE.withTrustedDevices(2)))
                .contains("PHONE SECRET_KEY: BACKUP_CODE MAILED_CODE DELAYED_RESET RECOVERY |");
    }

    @Test
    void with_two_bound_devices_one_resets_the_second_factor_and_replaces_the_secret_key() {
        assertThat(table(ALL_BUT_A_DEVICE.withBoundDevices(2))).isEqualTo("""
                PHONE: BACKUP_CODE MAILED_CODE DELAYED_RESET RESET RECOVERY | CONTACTS
                MAILBOX: AUTHENTICATOR BACKUP_CODE RESET |
                PASSWORD: RECOVERY | CONTACTS
                SECRET_KEY: AUTHENTICATOR BACKUP_CODE MAILED_CODE DELAYED_RESET RESET REPLACEMENT RECOVERY | CONTACTS
                PHONE MAILBOX: BACKUP_CODE RESET |
                PHONE PASSWORD: RECOVERY | CONTACTS
                PHONE SECRET_KEY: BACKUP_CODE MAILED_CODE DELAYED_RESET RESET REPLACEMENT RECOVERY | CONTACTS
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: AUTHENTICATOR BACKUP_CODE RESET REPLACEMENT |
                PASSWORD SECRET_KEY: RECOVERY | CONTACTS
                """);
    }

    @Test
    void with_one_bound_device_which_may_be_the_phone() {
        assertThat(table(AUTHENTICATOR_ONLY.withBoundDevices(1))).isEqualTo("""
                PHONE: MAILED_CODE DELAYED_RESET | BACKUP_CODES RECOVERY_CODE BOUND_DEVICE CONTACTS
                MAILBOX: AUTHENTICATOR RESET | BACKUP_CODES
                PASSWORD: | RECOVERY_CODE CONTACTS
                SECRET_KEY: AUTHENTICATOR MAILED_CODE DELAYED_RESET RESET REPLACEMENT | BACKUP_CODES RECOVERY_CODE CONTACTS
                PHONE MAILBOX: | BACKUP_CODES BOUND_DEVICE
                PHONE PASSWORD: | RECOVERY_CODE CONTACTS
                PHONE SECRET_KEY: | RECOVERY_CODE TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: AUTHENTICATOR RESET REPLACEMENT | BACKUP_CODES
                PASSWORD SECRET_KEY: | RECOVERY_CODE CONTACTS
                """);
    }

    @Test
    void with_no_second_factor_there_is_nothing_that_the_key_of_a_device_could_do() {
        assertThat(BARE.withBoundDevices(2)).isEqualTo(BARE);
        assertThat(table(new Holdings(BARE.things(), 2, 2))).doesNotContain("RESET", "REPLACEMENT");
    }

    @Test
    void with_an_authenticator_and_nothing_else() {
        assertThat(table(AUTHENTICATOR_ONLY)).isEqualTo("""
                PHONE: MAILED_CODE DELAYED_RESET | BACKUP_CODES RECOVERY_CODE BOUND_DEVICE CONTACTS
                MAILBOX: AUTHENTICATOR | BACKUP_CODES BOUND_DEVICE
                PASSWORD: | RECOVERY_CODE CONTACTS
                SECRET_KEY: | RECOVERY_CODE TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                PHONE MAILBOX: | BACKUP_CODES BOUND_DEVICE
                PHONE PASSWORD: | RECOVERY_CODE CONTACTS
                PHONE SECRET_KEY: | RECOVERY_CODE TRUSTED_DEVICE BOUND_DEVICE CONTACTS
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: | TRUSTED_DEVICE BOUND_DEVICE
                PASSWORD SECRET_KEY: | RECOVERY_CODE CONTACTS
                """);
    }

    @Test
    void with_a_password_and_a_secret_key_and_nothing_else() {
        assertThat(table(BARE)).isEqualTo("""
                PHONE: SIGN_IN | AUTHENTICATOR RECOVERY_CODE
                MAILBOX: SIGN_IN | AUTHENTICATOR
                PASSWORD: | RECOVERY_CODE
                SECRET_KEY: | RECOVERY_CODE TRUSTED_DEVICE
                PHONE MAILBOX: SIGN_IN |
                PHONE PASSWORD: | RECOVERY_CODE
                PHONE SECRET_KEY: | RECOVERY_CODE TRUSTED_DEVICE
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: | TRUSTED_DEVICE
                PASSWORD SECRET_KEY: | RECOVERY_CODE
                """);
    }

    @Test
    void with_recovery_contacts_the_mailbox_and_they_are_enough() {
        assertThat(table(AUTHENTICATOR_ONLY.withContacts()))
                .contains(
                        "PASSWORD: RECOVERY_WITH_CONTACTS | RECOVERY_CODE\n",
                        "PHONE SECRET_KEY: RECOVERY_WITH_CONTACTS |",
                        "MAILBOX PASSWORD: |\n");
    }

    @Test
    void with_an_organizer_the_mailbox_and_the_password_they_are_enough() {
        assertThat(table(BARE.with(ORGANIZER))).isEqualTo("""
                PHONE: SIGN_IN RECOVERY_WITH_ORGANIZER | AUTHENTICATOR RECOVERY_CODE
                MAILBOX: SIGN_IN | AUTHENTICATOR
                PASSWORD: | RECOVERY_CODE
                SECRET_KEY: RECOVERY_WITH_ORGANIZER | RECOVERY_CODE TRUSTED_DEVICE
                PHONE MAILBOX: SIGN_IN |
                PHONE PASSWORD: | RECOVERY_CODE
                PHONE SECRET_KEY: RECOVERY_WITH_ORGANIZER | RECOVERY_CODE TRUSTED_DEVICE
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: | TRUSTED_DEVICE
                PASSWORD SECRET_KEY: | RECOVERY_CODE
                """);
    }

    @Test
    void with_two_organizers_the_mailbox_and_they_are_enough() {
        assertThat(table(BARE.with(ORGANIZER).with(TWO_ORGANIZERS)))
                .contains(
                        "PHONE: SIGN_IN RECOVERY_WITH_ORGANIZER RECOVERY_WITH_TWO_ORGANIZERS |",
                        "PASSWORD: RECOVERY_WITH_TWO_ORGANIZERS | RECOVERY_CODE\n",
                        "PASSWORD SECRET_KEY: RECOVERY_WITH_TWO_ORGANIZERS |",
                        "MAILBOX PASSWORD: |\n");
        assertThat(table(BARE.with(TWO_ORGANIZERS)))
                .contains("SECRET_KEY: RECOVERY_WITH_TWO_ORGANIZERS |")
                .doesNotContain("WITH_ORGANIZER");
    }

    @Test
    void with_mailed_codes_switched_off_organizers_still_help_for_the_member_gets_a_link() {
        var linked = new Holdings(EnumSet.of(MAILBOX, ORGANIZER, TWO_ORGANIZERS), 0, 0);
        assertThat(table(linked))
                .contains("SECRET_KEY: RECOVERY_WITH_ORGANIZER RECOVERY_WITH_TWO_ORGANIZERS |", "MAILBOX PASSWORD: |");
    }

    @Test
    void with_a_frozen_account_only_signing_in_is_left() {
        assertThat(readiness(new Holdings(EnumSet.allOf(Holding.class), 2, 2).frozen()))
                .flatExtracting(ReadinessCase::ways)
                .extracting(WayLeft::way)
                .containsOnly(WayIn.SIGN_IN_WITH_AUTHENTICATOR, WayIn.SIGN_IN_WITH_BACKUP_CODE);
    }

    @Test
    void with_mailed_codes_switched_off_nothing_needs_the_mailbox() {
        var things = EnumSet.of(MAILBOX, SECOND_FACTOR, AUTHENTICATOR, BACKUP_CODES, RECOVERY_CODE);
        assertThat(table(new Holdings(things, 0, 0))).isEqualTo("""
                PHONE: BACKUP_CODE | BOUND_DEVICE
                MAILBOX: AUTHENTICATOR BACKUP_CODE | BOUND_DEVICE
                PASSWORD: |
                SECRET_KEY: | TRUSTED_DEVICE BOUND_DEVICE
                PHONE MAILBOX: BACKUP_CODE | BOUND_DEVICE
                PHONE PASSWORD: |
                PHONE SECRET_KEY: | TRUSTED_DEVICE BOUND_DEVICE
                MAILBOX PASSWORD: |
                MAILBOX SECRET_KEY: | TRUSTED_DEVICE BOUND_DEVICE
                PASSWORD SECRET_KEY: |
                """);
    }

    @Test
    void with_codes_of_the_authenticator_switched_off_it_can_be_set_up_anew() {
        assertThat(table(BARE.with(SECOND_FACTOR)))
                .contains(
                        "MAILBOX: | AUTHENTICATOR BACKUP_CODES BOUND_DEVICE\n",
                        "PHONE: MAILED_CODE DELAYED_RESET | BACKUP_CODES RECOVERY_CODE BOUND_DEVICE CONTACTS\n");
    }

    @Test
    void with_a_mailbox_that_is_not_proven_nobody_is_found() {
        assertThat(readiness(new Holdings(EnumSet.complementOf(EnumSet.of(MAILBOX)), 2, 2)))
                .allSatisfy(found -> {
                    assertThat(found.ways()).isEmpty();
                    assertThat(found.add()).isEmpty();
                });
    }

    @Test
    void who_has_more_or_loses_less_never_has_fewer_ways() {
        everyone(has -> Readiness.losses().forEach(lost -> {
            var ways = ways(has, lost);
            assertThat(ways(has.with(RECOVERY_CODE), lost)).containsAll(ways);
            assertThat(ways(has.withBackupCodes(), lost)).containsAll(ways);
            assertThat(ways(has.withTrustedDevices(2), lost)).containsAll(ways);
            assertThat(ways(has.withBoundDevices(2), lost)).containsAll(ways);
            assertThat(ways(has.withContacts(), lost)).containsAll(ways);
            assertThat(ways(has.with(ORGANIZER), lost)).containsAll(ways);
            assertThat(ways(has.with(TWO_ORGANIZERS), lost)).containsAll(ways);
            lost.forEach(one -> assertThat(ways(has, EnumSet.of(one))).containsAll(waysIn(ways, one)));
        }));
    }

    @Test
    void what_is_to_be_added_opens_a_way_and_nothing_else_does() {
        everyone(has -> readiness(has).forEach(found -> {
            var lost = Set.copyOf(found.lost());
            for (var addition : Addition.values()) {
                var more = ways(addition.to(has, lost), lost).size();
                assertThat(more > found.ways().size()).isEqualTo(found.add().contains(addition));
            }
        }));
    }

    @Test
    void only_the_reset_of_the_second_factors_and_the_help_of_others_take_time() {
        var waiting = Map.of(
                WayIn.DELAYED_RESET, RESET,
                WayIn.RECOVERY_WITH_CONTACTS, CONTACTS,
                WayIn.RECOVERY_WITH_ORGANIZER, ORGANIZERS,
                WayIn.RECOVERY_WITH_TWO_ORGANIZERS, ORGANIZERS);
        var left = readiness(new Holdings(EnumSet.allOf(Holding.class), 2, 2)).stream()
                .flatMap(found -> found.ways().stream())
                .toList();
        assertThat(left).extracting(WayLeft::way).containsAll(waiting.keySet());
        assertThat(left).allMatch(one -> one.takes().equals(waiting.getOrDefault(one.way(), Duration.ZERO)));
    }

    @Test
    void a_mailbox_that_was_proven_lately_must_be_waited_for_too() {
        var time = new ResetTime(Duration.ofDays(7), Duration.ofHours(72));
        var now = Instant.EPOCH;
        assertThat(time.from(now, now.minus(Duration.ofDays(8)))).isEqualTo(Duration.ofHours(72));
        assertThat(time.from(now, now.minus(Duration.ofDays(7)))).isEqualTo(Duration.ofHours(72));
        assertThat(time.from(now, now.minus(Duration.ofDays(6)))).isEqualTo(Duration.ofHours(96));
        assertThat(time.from(now, null)).isEqualTo(Duration.ofDays(10));
    }

    @Test
    void says_it_in_a_sentence() {
        assertThat(readiness(ALL_BUT_A_DEVICE))
                .extracting(ReadinessCase::sentence)
                .contains(
                        "If the phone is lost, 4 ways are left.",
                        "If the password is lost, one way is left.",
                        "If the mailbox and the password are lost, no way is left, and nothing can be added.",
                        "If the mailbox and the secret key are lost, no way is left.");
    }

    private static List<ReadinessCase> readiness(Holdings has) {
        return Readiness.of(has, new Waits(RESET, CONTACTS, ORGANIZERS));
    }

    /** What is not lost is not replaced. */
    private static List<WayIn> waysIn(List<WayIn> ways, Loss lost) {
        return ways.stream()
                .filter(way -> way != WayIn.SECRET_KEY_REPLACEMENT || lost == Loss.SECRET_KEY)
                .toList();
    }

    private static List<WayIn> ways(Holdings has, Set<Loss> lost) {
        var ways = new ArrayList<WayIn>();
        for (var way : WayIn.values()) {
            if (way.open(has, lost)) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static void everyone(Consumer<Holdings> look) {
        for (int bits = 0; bits < 1 << Holding.values().length; bits++) {
            var things = things(bits);
            for (int devices = 0; devices <= 3 && possible(things); devices++) {
                for (int bound = 0; bound <= devices; bound++) {
                    look.accept(new Holdings(things, devices, bound));
                }
            }
        }
    }

    private static Set<Holding> things(int bits) {
        return Arrays.stream(Holding.values())
                .filter(one -> (bits & 1 << one.ordinal()) != 0)
                .collect(Collectors.toSet());
    }

    /** What is a second factor is not there without one. */
    private static boolean possible(Set<Holding> things) {
        return things.contains(SECOND_FACTOR) || Collections.disjoint(things, Set.of(AUTHENTICATOR, BACKUP_CODES));
    }

    private static String table(Holdings has) {
        return readiness(has).stream().map(ReadinessTest::line).collect(Collectors.joining());
    }

    private static String line(ReadinessCase found) {
        var left = found.ways().stream().map(WayLeft::way).toList();
        var ways = words(left).replaceAll("SIGN_IN_WITH_|ACCOUNT_|SECOND_FACTOR_|SECRET_KEY_|_BY_DEVICE", "");
        return words(found.lost()) + ":" + before(ways) + " |" + before(words(found.add())) + "\n";
    }

    private static String before(String words) {
        return words.isEmpty() ? "" : " " + words;
    }

    private static String words(List<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
