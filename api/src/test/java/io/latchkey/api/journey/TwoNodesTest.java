package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two services on one database: what is good once is good once. */
class TwoNodesTest {

    private static final int RACERS = 16;

    private static ServiceProcess second;
    private static List<Client> nodes;

    @BeforeAll
    static void startTheSecond() {
        var first = Running.CLIENT;
        second = ServiceProcess.start(
                Running.DATA,
                "--latchkey.database.url=" + Running.url(Running.DATA),
                "--latchkey.database.username=latchkey",
                "--latchkey.database.password=" + Running.access(Running.DATA).getProperty("password"),
                "--latchkey.base-url=" + first.service);
        nodes = List.of(first, second.client());
    }

    @AfterAll
    static void stopTheSecond() {
        second.close();
    }

    @Test
    void one_backup_code() throws Exception {
        var ann = Holder.protectedOne(nodes.getFirst());
        var code = ann.backupCodes.pop();

        assertThat(successes(race(node -> proveSecondFactor(node, ann, "backup_code", code))))
                .isOne();
    }

    @Test
    void one_step_of_an_authenticator() throws Exception {
        var ann = Holder.protectedOne(nodes.getFirst());
        Client.pause(31_000 - System.currentTimeMillis() % 30_000);
        var code = ann.code(0);

        assertThat(successes(race(node -> proveSecondFactor(node, ann, "totp", code))))
                .isOne();
    }

    @Test
    void one_mailed_code() throws Exception {
        var ann = Holder.protectedOne(nodes.getFirst());
        var begun = ann.startRecovery();
        var code = ann.client.mailedCode(ann.email, "mailbox proof");

        assertThat(successes(race(node -> node.post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                        begun.text("handle"),
                        Map.of("kind", "mailbox", "code", code)))))
                .isOne();
    }

    @Test
    void one_end_of_a_recovery() throws Exception {
        var ann = Holder.protectedOne(nodes.getFirst());
        var begun = ann.startRecovery();
        ann.proveRecovery(begun, "recovery_code", ann.recoveryCode).expect(200);
        ann.proveRecovery(begun, "mailbox", ann.client.mailedCode(ann.email, "mailbox proof"))
                .expect(200);

        assertThat(successes(race(node -> node.post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/complete",
                        begun.text("handle"),
                        Map.of("password", "a password for the winner")))))
                .isOne();
    }

    @Test
    void a_session_ended_on_one_node_is_dead_on_the_other() {
        var ann = Holder.protectedOne(nodes.getFirst());
        nodes.getLast().get("/v1/account", ann.access).expect(200);
        var access = ann.access;
        ann.recover("another password").expect(200);

        nodes.getLast().get("/v1/account", access).expect(401);
    }

    private static Answer proveSecondFactor(Client node, Holder ann, String factor, String code) {
        var begun = patiently(() -> node.post(
                "/v1/sign-ins", "", Map.of("email", ann.email, "password", ann.password, "secretKey", ann.secretKey)));
        return begun.status() != 200
                ? begun
                : patiently(() -> node.post(
                        "/v1/sign-ins/" + begun.text("signInId") + "/proofs",
                        begun.text("handle"),
                        Map.of("factor", factor, "code", code)));
    }

    /** A busy service says 503: it did nothing, so the request is sent again. */
    private static Answer patiently(Callable<Answer> request) {
        try {
            var answer = request.call();
            for (int i = 0; i < 20 && answer.status() == 503; i++) {
                Client.pause(300);
                answer = request.call();
            }
            return answer;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Answer> race(java.util.function.Function<Client, Answer> racer) throws Exception {
        var start = new CountDownLatch(1);
        var racers = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < RACERS; i++) {
            var node = nodes.get(i % nodes.size());
            racers.add(() -> {
                start.await();
                return racer.apply(node);
            });
        }
        try (var pool = Executors.newFixedThreadPool(RACERS)) {
            var answers = racers.stream().map(pool::submit).toList();
            start.countDown();
            var got = new ArrayList<Answer>();
            for (var answer : answers) {
                got.add(answer.get());
            }
            assertThat(got).extracting(Answer::status).doesNotContain(500);
            return got;
        }
    }

    private static long successes(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 200).count();
    }
}
