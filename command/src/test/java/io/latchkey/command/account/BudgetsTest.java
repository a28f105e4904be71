package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements section 12, AB-1 and AB-2. */
class BudgetsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"5, 30", "6, 60", "7, 120", "11, 1920", "12, 3600", "49, 3600"})
    void waits_double_from_thirty_seconds_to_an_hour(int failures, long seconds) {
        assertThat(Budgets.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @EnumSource(Factor.class)
    void every_factor_waits_after_five_and_known_and_unknown_clients_apart(Factor factor) {
        var budgets = new Budgets();
        for (int i = 0; i < 5; i++) {
            assertThat(budgets.waitUntil(factor, false, NOON)).isNull();
            budgets.count(factor, false, NOON);
        }

        assertThat(budgets.waitUntil(factor, false, NOON)).isEqualTo(NOON.plusSeconds(30));
        assertThat(budgets.waitUntil(factor, false, NOON.plusSeconds(30))).isNull();
        assertThat(budgets.waitUntil(factor, true, NOON)).isNull();
    }

    @Test
    void forgiving_all_forgives_every_factor_and_both_kinds_of_clients() {
        var budgets = new Budgets();
        for (var factor : Factor.values()) {
            budgets.count(factor, true, NOON);
            budgets.count(factor, false, NOON);
        }
        budgets.forgiveAll();

        assertThat(Factor.values()).noneMatch(budgets::any);
    }

    @Test
    void the_hard_stop_counts_both_kinds_of_clients() {
        var budgets = new Budgets();
        for (int i = 0; i < 25; i++) {
            assertThat(budgets.exhausted(Factor.TOTP)).isFalse();
            budgets.count(Factor.TOTP, true, NOON);
            budgets.count(Factor.TOTP, false, NOON);
        }

        assertThat(budgets.exhausted(Factor.TOTP)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void cap_times_candidates_keeps_the_accepted_risk(int authenticators) {
        var budgets = new Budgets();
        int guesses = 0;
        for (; !budgets.exhausted(Factor.TOTP, authenticators); guesses++) {
            budgets.count(Factor.TOTP, false, NOON);
        }
        assertThat(guesses * 2 * authenticators).isBetween(80, 100);
    }
}
