package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.event.*;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The harness can fail: of a good history each necessary event is left out, or given for another case, and that is noticed. */
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(8));
    private static final Instant END = LATER.plus(Duration.ofHours(72));

    private record At(Instant at, LatchkeyEvent event) {}

    private static List<At> recovery(String proven) {
        return List.of(
                new At(NOON, new RecoveryCodeActivated("ann", "code")),
                new At(NOON, new RecoveryStarted("r", "ann", true, false, "2026-2", "s", "s", NOON.plusSeconds(1800))),
                new At(NOON, new RecoveryProofAccepted(proven, "ann", Factor.EMAIL_CODE, null)),
                new At(NOON, new RecoveryProofAccepted("r", "ann", Factor.RECOVERY_CODE, "code")),
                new At(NOON, new AccountRecovered("ann", "r", "s", "s", "2026-2")));
    }

    private static List<At> reset(String proven, String owner, Instant end) {
        var until = LATER.plusSeconds(1800);
        return List.of(
                new At(NOON, new MailboxVerified("ann")),
                new At(LATER, new SignInBegun(owner, "i", null, List.of(Factor.TOTP), until)),
                new At(LATER, new SecondFactorResetStarted("ann", "r", "i", false, "2026-2", 259_200, "s", "s", until)),
                new At(LATER, new SecondFactorResetScheduled("ann", proven, END, "s")),
                new At(end, new SecondFactorsReset("ann", "r", "2026-2")));
    }

    private static void read(List<At> events) {
        var history = new History();
        events.forEach(one -> history.add(List.of(one.event), one.at));
    }

    @Test
    void a_whole_history_is_good() {
        assertThatCode(() -> read(recovery("r"))).doesNotThrowAnyException();
        assertThatCode(() -> read(reset("r", "ann", END))).doesNotThrowAnyException();
    }

    @TestFactory
    Stream<DynamicTest> nothing_may_be_missing() {
        return Stream.of(recovery("r"), reset("r", "ann", END))
                .flatMap(whole -> whole.subList(0, whole.size() - 1).stream().map(missing -> without(whole, missing)));
    }

    private static DynamicTest without(List<At> whole, At missing) {
        var rest = new ArrayList<>(whole);
        rest.remove(missing);
        return DynamicTest.dynamicTest(
                "without " + missing.event.getClass().getSimpleName() + " at " + whole.indexOf(missing),
                () -> assertThatThrownBy(() -> read(rest)).isInstanceOf(AssertionError.class));
    }

    @Test
    void nothing_counts_for_another_case_or_another_person_or_before_its_time() {
        assertThatThrownBy(() -> read(recovery("other"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> read(reset("other", "ann", END))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> read(reset("r", "bob", END))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> read(reset("r", "ann", END.minusMillis(1)))).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_holder_who_was_there_in_between_ends_it() {
        var events = new ArrayList<>(reset("r", "ann", END));
        events.add(4, new At(END.minusSeconds(1), new TotpAccepted("ann", "i", "phone", 1)));
        assertThatThrownBy(() -> read(events)).isInstanceOf(AssertionError.class);
    }
}
