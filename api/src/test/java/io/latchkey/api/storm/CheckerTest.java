package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.api.storm.Evidence.Line;
import io.latchkey.api.storm.Evidence.Mail;
import io.latchkey.api.storm.Evidence.Rebuilt;
import io.latchkey.api.storm.History.Answered;
import io.latchkey.api.storm.History.Canary;
import io.latchkey.api.storm.History.Fault;
import io.latchkey.api.storm.History.Probe;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker is silent about a good history and names the one invariant that a doctored one breaks. */
class CheckerTest {

    private static final Instant LATER = Instant.parse("2026-01-01T11:00:00Z");

    private final Sample sample = new Sample();

    private void finds(String invariant) {
        assertThat(Checker.check(sample.evidence()))
                .isNotEmpty()
                .extracting(Violation::invariant)
                .containsOnly(invariant);
    }

    @Test
    void a_good_history_passes() {
        assertThat(Checker.check(sample.evidence())).isEmpty();
    }

    @Test
    void what_was_acknowledged_and_is_not_there() {
        sample.done("gone", "POST /v1/recoveries", 202);
        finds("I1");
    }

    @Test
    void what_was_done_twice() {
        sample.happened("twice", "AccountRegistered", "register", Map.of());
        finds("I1");
    }

    @Test
    void what_was_refused_and_done() {
        sample.done("both", "POST /v1/accounts/{id}/mailbox/verify", 400);
        sample.happened("eve", "MailboxVerified", "both", Map.of());
        finds("I1");
    }

    @Test
    void an_operation_that_the_checker_cannot_judge() {
        sample.done("new", "POST /v1/new", 200);
        finds("I1");
    }

    @Test
    void what_nobody_asked_for() {
        sample.happened("eve", "AccountRegistered", "nobody", Map.of());
        finds("I2");
    }

    @Test
    void what_the_service_may_not_do_by_itself() {
        sample.happened("eve", "AccountRegistered", "", Map.of());
        finds("I2");
    }

    @Test
    void what_happened_twice_without_an_answer() {
        sample.happened("one", "RecoveryStarted", "lost", Map.of());
        assertThat(Checker.check(sample.evidence())).isEmpty();
        sample.happened("two", "RecoveryStarted", "lost", Map.of());
        finds("I3");
    }

    @Test
    void an_answer_of_500() {
        sample.told.operations().getFirst().answers().addFirst(new Answered("register", 500, "internal-error", LATER));
        finds("I3");
    }

    @Test
    void a_repetition_with_another_answer() {
        sample.told.operations().getFirst().answers().addFirst(new Answered("register", 422, "other", LATER));
        finds("I3");
    }

    @Test
    void a_code_that_was_good_twice() {
        sample.spend("again", 0);
        finds("I4");
    }

    @Test
    void a_step_that_was_good_twice() {
        for (var id : new String[] {"one", "two"}) {
            sample.done(id, "POST /v1/sign-ins/{id}/proofs totp", 200);
            sample.happened("ann", "TotpAccepted", id, Map.of("authenticatorId", "phone", "step", 7));
        }
        finds("I4");
    }

    @Test
    void a_step_before_the_last_one() {
        for (int step : new int[] {8, 7}) {
            sample.done("step" + step, "POST /v1/sign-ins/{id}/proofs totp", 200);
            sample.happened("ann", "TotpAccepted", "step" + step, Map.of("authenticatorId", "phone", "step", step));
        }
        finds("I4");
    }

    @Test
    void a_guess_too_early() {
        for (int i = 2; i <= 5; i++) {
            wrong(i);
        }
        assertThat(Checker.check(sample.evidence())).isEmpty();
        wrong(6);
        finds("I5");
    }

    @Test
    void a_guess_without_a_record() {
        sample.done("unseen", "POST /v1/sign-ins/{id}/proofs totp", 400);
        finds("I6");
        sample.throttled = 1;
        assertThat(Checker.check(sample.evidence())).isEmpty();
    }

    @Test
    void a_count_of_guesses_that_nobody_made() {
        sample.throttled = 2;
        finds("I6");
    }

    @Test
    void an_event_that_is_not_on_the_trail() {
        sample.trail.removeLast();
        finds("I6");
    }

    @Test
    void an_event_that_is_on_the_trail_twice() {
        sample.trail.add(sample.trail.getLast());
        finds("I6");
    }

    @Test
    void a_line_without_an_event() {
        sample.trail.add(new Line("invented", "eve", 0, "AccountRegistered"));
        finds("I6");
    }

    @Test
    void a_hole_in_a_stream() {
        var last = sample.facts.removeLast();
        sample.facts.add(
                new Fact(last.id(), last.aggregate(), 99, last.type(), last.at(), last.payload(), last.operation()));
        finds("I7");
    }

    @Test
    void an_unknown_type() {
        sample.happened("eve", "SomethingNew", "lost", Map.of());
        finds("I7");
    }

    @Test
    void read_models_that_a_rebuild_puts_right() {
        sample.rebuilds.add(new Rebuilt("r2", "FINISHED", 1));
        finds("I8");
    }

    @Test
    void a_processor_that_did_not_catch_up() {
        sample.behind.add("mail/0 at 7");
        finds("I8");
    }

    @Test
    void a_mail_that_was_never_queued() {
        sample.outbox.removeLast();
        sample.letters.removeLast();
        finds("I10");
    }

    @Test
    void a_mail_that_was_marked_and_not_sent() {
        sample.letters.removeLast();
        finds("I10");
    }

    @Test
    void a_mail_that_stays_unsent() {
        var last = sample.outbox.removeLast();
        sample.outbox.add(new Mail(last.id(), last.kind(), "PENDING", last.due(), last.expires()));
        finds("I10");
    }

    @Test
    void a_mail_with_another_id() {
        var last = sample.letters.removeLast();
        sample.letters.add(new Evidence.Letter(last.file(), "<other@localhost>", last.subject()));
        finds("I10");
    }

    @Test
    void a_mail_for_what_did_not_happen() {
        sample.outbox.add(new Mail("invented", "MAILBOX_CODE", "SUPPRESSED", LATER, LATER));
        finds("I10");
    }

    @Test
    void a_secret_in_a_log() {
        sample.places.put("log", "the password is correct horse battery!");
        finds("I11");
    }

    @Test
    void a_service_that_comes_back_late() {
        sample.told.faults().add(new Fault("kill", Instant.EPOCH, 30_001, 30_000));
        finds("I14");
    }

    @Test
    void something_left_over() {
        sample.leftOver.add("transaction left open: 7");
        finds("I14");
    }

    @Test
    void a_way_back_that_stays_closed() {
        sample.told.probes().add(new Probe(LATER, false, "no mail"));
        finds("I15");
    }

    @Test
    void a_fault_after_which_nobody_looked() {
        sample.told.faults().add(new Fault("kill", LATER, 1, 2));
        finds("I15");
    }

    @Test
    void a_history_is_read_as_it_was_written(@TempDir Path directory) {
        var history = new History(directory.resolve("history.jsonl"));
        history.add(new History.Asked("1", "key", "POST /v1/recoveries", "ann", LATER));
        history.add(new Answered("1", 0, "", LATER));
        history.add(new History.Asked("1", "key", "POST /v1/recoveries", "ann", LATER));
        history.add(new Answered("1", 202, "", LATER));
        history.add(new Canary("code", "1234"));
        history.add(new Fault("kill", LATER, 3, 4));
        history.add(new Probe(LATER, true, ""));

        var told = history.told();

        assertThat(told.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.answers()).hasSize(2);
            assertThat(operation.outcome()).isEqualTo(History.Outcome.OK);
        });
        assertThat(told.canaries()).containsExactly(new Canary("code", "1234"));
        assertThat(told.faults()).containsExactly(new Fault("kill", LATER, 3, 4));
        assertThat(told.probes()).containsExactly(new Probe(LATER, true, ""));
    }

    private void wrong(int number) {
        sample.done("wrong" + number, "POST /v1/sign-ins/{id}/proofs totp", 400);
        sample.refused("wrong" + number, number);
    }
}
