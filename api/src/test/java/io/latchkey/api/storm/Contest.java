package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Requests that start at the same moment on all nodes. A busy service did nothing, so it is asked again with the same key. */
final class Contest {

    private static final int PATIENCE = 100;

    /** One wish: to whom it is sent is up to the contest. */
    record Wish(String method, String path, String token, String body, String key) {

        static Wish post(String path, String token, Map<String, ?> body) {
            return new Wish("POST", path, token, Client.JSON.writeValueAsString(body), newKey());
        }

        static Wish delete(String path, String token) {
            return new Wish("DELETE", path, token, null, newKey());
        }

        private static String newKey() {
            return UUID.randomUUID().toString();
        }

        Answer send(Client node) {
            var answer = node.send(method, path, token, body, key);
            for (int i = 0; i < PATIENCE && answer.status() == 503; i++) {
                Client.pause(100);
                answer = node.send(method, path, token, body, key);
            }
            return answer;
        }
    }

    private final List<Client> nodes;
    private final Random chance;
    private final List<Wish> wishes = new ArrayList<>();

    Contest(List<Client> nodes, Random chance) {
        this.nodes = nodes;
        this.chance = chance;
    }

    Contest with(int racers, Function<Integer, Wish> wish) {
        for (int i = 0; i < racers; i++) {
            wishes.add(wish.apply(i));
        }
        return this;
    }

    /** All refusals look the same. */
    List<Answer> run() throws InterruptedException {
        return run(1);
    }

    /** The answers in the order of the wishes. No outcome of a race is a fault of the service. */
    List<Answer> run(int faces) throws InterruptedException {
        var start = new CountDownLatch(1);
        var racers = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var node = nodes.get(i % nodes.size());
            long pause = chance.nextLong(TimeUnit.MILLISECONDS.toNanos(30));
            racers.add(() -> {
                start.await();
                TimeUnit.NANOSECONDS.sleep(pause);
                return wish.send(node);
            });
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = racers.stream().map(pool::submit).toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var racer : running) {
                answers.add(racer.get());
            }
            assertThat(answers).extracting(Answer::status).noneMatch(status -> status >= 500);
            assertThat(answers.stream().filter(answer -> answer.status() >= 400).map(Contest::face))
                    .as("how refusals look")
                    .hasSizeLessThanOrEqualTo(wishes.size())
                    .satisfies(seen -> assertThat(seen.stream().distinct()).hasSizeLessThanOrEqualTo(faces));
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    static long good(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() < 300).count();
    }

    /** What a client sees, but for the id that every answer has of its own. */
    private static String face(Answer answer) {
        return answer.status() + " "
                + answer.response().headers().firstValue("Content-Type").orElse("") + " "
                + answer.response().body().replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "an id");
    }
}
