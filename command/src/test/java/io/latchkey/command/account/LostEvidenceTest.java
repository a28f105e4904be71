package io.latchkey.command.account;

import static io.latchkey.value.Factor.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.EventClock;
import io.latchkey.command.Done;
import io.latchkey.command.ReportLoss;
import io.latchkey.value.Factor;
import io.latchkey.value.Lost;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same combinations at the same doors: what a report of a loss and a freeze leave open. Neither opens anything. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = EventClock.OF_ALL, mode = ResourceAccessMode.READ)
class LostEvidenceTest {

    private static final Map<Set<Factor>, Set<String>> REPORTED_LOST = Map.of(
            Set.of(PASSWORD, BACKUP_CODE), Set.of("full session"),
            Set.of(PASSWORD, EMAIL_CODE),
                    Set.of("recovery session", "reset after 72 hours", "new credentials by an organizer"),
            Set.of(EMAIL_CODE), Set.of("new credentials by two organizers", "new credentials by two contacts"),
            Set.of(RECOVERY_CODE, EMAIL_CODE), Set.of("new credentials"));

    private static final Map<Set<Factor>, Set<String>> FROZEN = Map.of(
            Set.of(PASSWORD, TOTP), Set.of("full session"),
            Set.of(PASSWORD, BACKUP_CODE), Set.of("full session"));

    static Stream<Set<Factor>> combinations() {
        return EvidenceTableTest.combinations();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void what_was_reported_lost_opens_nothing(Set<Factor> evidence) {
        assertThat(new EvidenceTableTest.Evidence(evidence, LostEvidenceTest::report).opened())
                .isEqualTo(expected(REPORTED_LOST, evidence));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void a_frozen_account_is_only_signed_in_to(Set<Factor> evidence) {
        assertThat(new EvidenceTableTest.Evidence(evidence, LostEvidenceTest::freeze).opened())
                .isEqualTo(expected(FROZEN, evidence));
    }

    private static Set<String> expected(Map<Set<Factor>, Set<String>> table, Set<Factor> evidence) {
        var expected = new TreeSet<String>();
        table.forEach((enough, opened) -> {
            if (evidence.containsAll(enough)) {
                expected.addAll(opened);
            }
        });
        return expected;
    }

    private static void report(Person ann, World world) {
        var all = Set.of(Lost.AUTHENTICATORS, Lost.DEVICES);
        world.send(new ReportLoss(ann.id, ann.digest(Person.PASSWORD), all), Done.class);
    }

    private static void freeze(Person ann, World world) {
        world.send(Told.now(world).freezes(ann.id, world), Done.class);
    }
}
