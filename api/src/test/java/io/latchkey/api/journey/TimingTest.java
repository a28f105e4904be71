package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.PairedTimes.Request;
import io.latchkey.api.journey.PairedTimes.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A stopwatch does not tell whether an account exists, nor why a proof was refused. A comparison ends as soon as it is decided. One
 * that is still undecided when its share of the time is used up is printed with its interval and passes a short run; a
 * long one ({@code storm.minutes}) has the time to decide and fails on it.
 */
@Tag("attack")
@Isolated("nothing else may take time")
@TestInstance(Lifecycle.PER_CLASS)
class TimingTest {

    private static final long SEED = Long.getLong("storm.seed", System.nanoTime());
    private static final int MINUTES = Integer.getInteger("storm.minutes", 0);
    private static final int COMPARISONS = 7;
    private static final Duration SHARE =
            MINUTES == 0 ? Duration.ofSeconds(30) : Duration.ofMinutes(MINUTES).dividedBy(COMPARISONS);

    /** The planted leak must be found however busy the machine is; on a quiet one it takes a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int STEP = 20;
    private static final int ENOUGH = MINUTES == 0 ? 120 : 20_000;

    private final Client client = Running.CLIENT;
    private Deque<Holder> holders = new ArrayDeque<>();
    private Holder ann;

    @BeforeAll
    void register() {
        System.out.println("timing: storm.seed=" + SEED);
        ann = Holder.protectedOne(client);
        holders = registered();
        IntStream.range(0, 40).forEach(i -> {
            start(unknown()).next().run();
            start(this::known).next().run();
        });
    }

    private Deque<Holder> registered() {
        var people = new ArrayDeque<Holder>();
        for (int i = 0; i < 24; i++) {
            var holder = new Holder(client);
            var wish = Map.of("email", holder.email, "name", "Bob", "password", holder.password);
            holder.accountId = client.post("/v1/accounts", "", wish).expect(201).text("accountId");
            people.add(holder);
        }
        people.forEach(holder -> client.post(
                        "/v1/accounts/" + holder.accountId + "/mailbox/verify",
                        "",
                        Map.of("code", client.mailedCode(holder.email, "Confirm")))
                .expect(204));
        return people;
    }

    @Test
    void a_difference_of_two_milliseconds_is_found_and_none_where_there_is_none() {
        var same = start(unknown());
        assertThat(measured("A/A", SHARE, same, start(unknown()))).isNotEqualTo(Verdict.DIFFERENT);
        assertThat(measured("planted", PATIENCE, late(same), start(unknown()))).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void the_start_of_a_recovery_takes_as_long_for_an_unknown_address() {
        check("start of a recovery, known - unknown", start(this::known), start(unknown()));
    }

    @Test
    void a_refused_sign_in_takes_as_long_for_an_unknown_address() {
        check("sign-in, known - unknown", signIn(this::known), signIn(unknown()));
    }

    @Test
    void a_loss_report_takes_as_long_for_an_unknown_address() {
        var others = registered();
        check("loss report, known - unknown", lossReport(() -> next(others).email), lossReport(unknown()));
    }

    @Test
    void a_wrong_recovery_code_takes_as_long_in_the_case_of_a_decoy() {
        check("recovery code, known - decoy", wrongCode(() -> ann.email), wrongCode(unknown()));
    }

    @Test
    void a_wrong_mailbox_code_takes_as_long_in_the_case_of_a_decoy() {
        check("mailbox code, known - decoy", mailboxCode(this::known), mailboxCode(unknown()));
    }

    private void check(String name, Request one, Request other) {
        assertThat(measured(name, SHARE, one, other))
                .as(name)
                .isIn(Verdict.EQUAL, MINUTES == 0 ? Verdict.UNDECIDED : Verdict.EQUAL);
    }

    private static Verdict measured(String name, Duration limit, Request one, Request other) {
        var times = new PairedTimes(SEED);
        long end = System.nanoTime() + limit.toNanos();
        do {
            times.add(STEP, one, other);
        } while (System.nanoTime() < end && (times.pairs() < ENOUGH || times.verdict() == Verdict.UNDECIDED));
        System.out.println("timing: " + name + ": " + times);
        return times.verdict();
    }

    /** As many as there are holders, so that a guess at one is the first, the fifth or a throttled one as often as at the other. */
    private Supplier<String> unknown() {
        var nobody = new ArrayDeque<String>();
        holders.forEach(holder -> nobody.add("nobody-" + UUID.randomUUID() + "@example.org"));
        return () -> next(nobody);
    }

    /** Each in turn, so that what the service remembers of one has gone cold when it is asked again. */
    private String known() {
        return next(holders).email;
    }

    private static <T> T next(Deque<T> people) {
        people.addLast(people.removeFirst());
        return people.getLast();
    }

    private Request start(Supplier<String> email) {
        return () -> {
            var body = Map.of("email", email.get());
            return () -> client.post("/v1/recoveries", "", body).expect(202);
        };
    }

    private Request signIn(Supplier<String> email) {
        return () -> {
            var body = Map.of("email", email.get(), "password", "not the right one");
            return () ->
                    assertThat(client.post("/v1/sign-ins", "", body).status()).isEqualTo(401);
        };
    }

    private Request lossReport(Supplier<String> email) {
        return () -> {
            var body = Map.of("email", email.get(), "password", "not the right one", "lost", List.of("devices"));
            return () -> client.post("/v1/loss-reports", "", body).expect(202);
        };
    }

    private Request wrongCode(Supplier<String> email) {
        return proof(email, Map.of("kind", "recovery_code", "code", "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"));
    }

    private Request mailboxCode(Supplier<String> email) {
        return proof(email, Map.of("kind", "mailbox", "code", "12345678"));
    }

    /** A case of its own for each, so that none is dead from wrong guesses. */
    private Request proof(Supplier<String> email, Map<String, String> proof) {
        return () -> {
            var begun = client.post("/v1/recoveries", "", Map.of("email", email.get()))
                    .expect(202);
            var path = "/v1/recoveries/" + begun.text("recoveryId") + "/proofs";
            var handle = begun.text("handle");
            return () -> client.post(path, handle, proof).expect(400);
        };
    }

    private static Request late(Request request) {
        return () -> {
            var run = request.next();
            return () -> {
                run.run();
                long end = System.nanoTime() + Duration.ofMillis(2).toNanos();
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            };
        };
    }
}
