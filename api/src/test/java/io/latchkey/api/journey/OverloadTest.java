package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Four times as many sign-ins as can be hashed, every third of a client that hangs up: slower for some, wrong for nobody. */
@Tag("attack")
@Isolated("the load of others is not the one that is measured")
class OverloadTest {

    private static final Duration STORM = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final double WHOLE = 0.6;

    /** Sign-ins a second that no machine with two cores can hash. */
    private static final double LEAST = 200;

    private final Client client = Running.CLIENT;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Who hangs up closes a connection, which must not be one that somebody else waits at. */
    private final HttpClient impatient = HttpClient.newHttpClient();

    private final List<Long> health = new ArrayList<>();

    @Test
    void four_times_the_capacity_is_refused_politely_and_leaves_nothing_behind() throws Exception {
        var ann = Holder.registered(client);
        ann.signIn().expect(200);
        var before = capacity();
        var answers = storm(Math.max(before * 4, LEAST));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(answer.body()).contains("temporarily-unavailable");
                });
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 401).isNotEmpty();

        var end = System.nanoTime() + RECOVERY.toNanos();
        ann.signIn().expect(200);
        var after = capacity();
        while (after < before * WHOLE && System.nanoTime() < end) {
            after = capacity();
        }
        health.sort(null);
        System.out.printf(
                "overload: capacity %.1f/s before, %.1f/s after; %d refused of %d; health median %d ms, worst %d ms%n",
                before,
                after,
                answers.stream().filter(answer -> answer.statusCode() == 503).count(),
                answers.size(),
                health.get(health.size() / 2),
                health.getLast());
        assertThat(after).as("a lost thread would halve it").isGreaterThanOrEqualTo(before * WHOLE);
        assertThat(health.get(health.size() / 2)).isLessThan(1_000);
    }

    /** Wrong sign-ins a second with as many clients as there are cores. */
    private double capacity() {
        var start = System.nanoTime();
        var clients = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    var done = 0;
                    for (; System.nanoTime() - start < MEASURED.toNanos(); done++) {
                        wrong().expect(401);
                    }
                    return done;
                }))
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
        var done = clients.stream().mapToInt(CompletableFuture::join).sum();
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private Answer wrong() {
        return client.exchange(request());
    }

    /** At a steady rate, whatever comes back; the answers of those who waited for one. */
    private List<HttpResponse<String>> storm(double rate) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<CompletableFuture<HttpResponse<String>>>();
        var start = System.nanoTime();
        for (long sent = 0; System.nanoTime() - start < STORM.toNanos(); sent++) {
            boolean hangsUp = sent % 3 == 0;
            var request = (hangsUp ? impatient : http).sendAsync(request(), BodyHandlers.ofString());
            if (hangsUp) {
                CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> request.cancel(true));
            } else {
                waiting.add(request);
            }
            if (sent % 10 == 0) {
                lookAtHealth();
            }
            var due = start + (long) ((sent + 1) / rate * 1e9);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        return waiting.stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList();
    }

    private void lookAtHealth() {
        var start = System.nanoTime();
        client.get("/actuator/health/liveness", "").expect(200);
        health.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private HttpRequest request() {
        var body = Client.JSON.writeValueAsString(
                Map.of("email", "nobody-" + UUID.randomUUID() + "@example.org", "password", "a wrong password"));
        return HttpRequest.newBuilder(URI.create(client.service + "/v1/sign-ins"))
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
