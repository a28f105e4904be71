package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.MovableClock;
import io.latchkey.api.stage.TestKeys;
import io.latchkey.secret.Hashing;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class IpLimitsTest {

    private static final String PROOFS = "/v1/sign-ins/x/proofs";
    private static final Refusal WRONG = new Refusal(ProblemType.INVALID_OR_EXPIRED_PROOF);

    private final MovableClock clock = new MovableClock();
    private final IpLimits limits = limitsIn("development");

    private IpLimits limitsIn(String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new IpLimits(
                new ClientAddress(new CheckedSettings(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("latchkey", LatchkeyProperties.class))),
                new Hashing(TestKeys.ring(TestKeys.signing())),
                new Quotas(10, 50, 120),
                clock,
                environment);
    }

    private MockServerWebExchange last;

    /** What the request ends with: null, or the failure. */
    private Throwable request(HttpMethod method, String path, String ip, Mono<Void> handler) {
        return request(limits, method, path, ip, handler);
    }

    private Throwable request(IpLimits limits, HttpMethod method, String path, String ip, Mono<Void> handler) {
        last = MockServerWebExchange.from(
                MockServerHttpRequest.method(method, path).remoteAddress(new InetSocketAddress(ip, 1)));
        return limits.filter(last, exchange -> handler)
                .<Throwable>map(done -> new AssertionError())
                .onErrorResume(Mono::just)
                .block();
    }

    /** A request that is not answered yet. */
    private record Looking(Sinks.Empty<Void> answer, AtomicReference<Throwable> failure, Disposable hangUp) {
        boolean isStopped() {
            return failure.get() instanceof Refusal refusal && refusal.type() == ProblemType.QUOTA_EXCEEDED;
        }
    }

    private Looking request(HttpMethod method, String path, String ip, Sinks.Empty<Void> answer) {
        last = MockServerWebExchange.from(
                MockServerHttpRequest.method(method, path).remoteAddress(new InetSocketAddress(ip, 1)));
        var failure = new AtomicReference<Throwable>();
        var waiting = limits.filter(last, exchange -> answer.asMono()).subscribe(done -> {}, failure::set);
        return new Looking(answer, failure, waiting);
    }

    private void guessWrongly(int times, String ip) {
        for (var time = 0; time < times; time++) {
            assertThat(request(HttpMethod.POST, PROOFS, ip, Mono.error(WRONG))).isSameAs(WRONG);
        }
    }

    private boolean isStopped(String path, String ip) {
        var failure = request(HttpMethod.POST, path, ip, Mono.empty());
        return failure instanceof Refusal refusal && refusal.type() == ProblemType.QUOTA_EXCEEDED;
    }

    @Test
    void the_eleventh_guess_in_five_minutes_is_not_looked_at() {
        guessWrongly(10, "192.0.2.1");

        assertThat(isStopped(PROOFS, "192.0.2.1")).isTrue();
        assertThat(isStopped("/v1/recoveries", "192.0.2.1")).isTrue();
        var headers = last.getResponse().getHeaders();
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"ip-burst\";q=10;w=300");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"ip-burst\";r=0;t=30");
        assertThat(headers.getFirst("Retry-After")).isEqualTo("30");
        assertThat(last.<Object>getAttribute(IpLimits.VIOLATED)).hasToString("[ip-burst]");
    }

    @Test
    void ten_every_five_minutes_use_up_the_hour() {
        var guesses = 0;
        for (var burst = 0; burst < 12; burst++) {
            clock.pass(Duration.ofMinutes(5));
            for (; guesses < 200 && !isStopped(PROOFS, "192.0.2.1"); guesses++) {
                guessWrongly(1, "192.0.2.1");
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(100);
        assertThat(last.getResponse().getHeaders().getFirst("RateLimit-Policy")).isEqualTo("\"ip-hour\";q=50;w=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void the_machine_itself_is_limited_in_production_only(String ip) {
        var developing = limitsIn("development");
        var producing = limitsIn("production");
        for (var time = 0; time < 10; time++) {
            request(developing, HttpMethod.POST, PROOFS, ip, Mono.error(WRONG));
            request(producing, HttpMethod.POST, PROOFS, ip, Mono.error(WRONG));
        }
        assertThat(request(developing, HttpMethod.POST, PROOFS, ip, Mono.empty()))
                .isNull();
        assertThat(request(producing, HttpMethod.POST, PROOFS, ip, Mono.empty()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void guesses_that_are_still_looked_at_are_counted() {
        var looking = IntStream.range(0, 12)
                .mapToObj(guess -> request(HttpMethod.POST, PROOFS, "192.0.2.1", Sinks.<Void>empty()))
                .toList();

        assertThat(looking.stream().filter(Looking::isStopped)).hasSize(2);
        looking.getFirst().answer().tryEmitEmpty();
        assertThat(isStopped(PROOFS, "192.0.2.1")).as("a right one is free").isFalse();
        looking.get(1).answer().tryEmitError(WRONG);
        looking.get(2).hangUp().dispose();
        guessWrongly(1, "192.0.2.1");
        assertThat(isStopped(PROOFS, "192.0.2.1")).isTrue();
    }

    @Test
    void another_client_is_not_stopped() {
        guessWrongly(10, "192.0.2.1");
        assertThat(isStopped(PROOFS, "192.0.2.2")).isFalse();
    }

    @Test
    void sixty_four_bits_of_ipv6_are_one_client() {
        guessWrongly(5, "2001:db8::1");
        guessWrongly(5, "2001:db8::ffff:1");

        assertThat(isStopped(PROOFS, "2001:db8::2")).isTrue();
        assertThat(isStopped(PROOFS, "2001:db8:0:1::2")).isFalse();
    }

    @Test
    void what_is_right_or_readable_is_free() {
        for (var time = 0; time < 50; time++) {
            request(HttpMethod.POST, PROOFS, "192.0.2.1", Mono.empty());
            request(HttpMethod.GET, "/v1/recoveries/x", "192.0.2.1", Mono.error(WRONG));
            request(HttpMethod.DELETE, "/v1/recoveries/x", "192.0.2.1", Mono.error(WRONG));
        }
        assertThat(isStopped(PROOFS, "192.0.2.1")).isFalse();
    }

    @Test
    void a_client_under_attack_by_itself_may_still_cancel_and_act_as_holder() {
        guessWrongly(10, "192.0.2.1");

        assertThat(request(HttpMethod.DELETE, "/v1/recoveries/x", "192.0.2.1", Mono.empty()))
                .isNull();
        assertThat(isStopped("/v1/account/totp", "192.0.2.1")).isFalse();
    }

    @Test
    void beginnings_have_a_quota_of_their_own() {
        for (var time = 0; time < 120; time++) {
            assertThat(isStopped("/v1/recoveries", "192.0.2.1")).isFalse();
        }
        assertThat(isStopped("/v1/accounts", "192.0.2.1")).isTrue();
        assertThat(last.getResponse().getHeaders().getFirst("RateLimit-Policy")).isEqualTo("\"ip-starts\";q=120;w=300");
        assertThat(isStopped(PROOFS, "192.0.2.1")).isFalse();
    }

    @Test
    void time_heals() {
        guessWrongly(10, "192.0.2.1");
        assertThat(isStopped(PROOFS, "192.0.2.1")).isTrue();
        clock.pass(Duration.ofSeconds(31));
        assertThat(isStopped(PROOFS, "192.0.2.1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"MALFORMED_REQUEST", "CONFLICT", "TEMPORARILY_UNAVAILABLE", "NOT_FOUND"})
    void what_is_no_guess_is_not_counted(ProblemType type) {
        for (var time = 0; time < 20; time++) {
            request(HttpMethod.POST, PROOFS, "192.0.2.1", Mono.error(new Refusal(type)));
        }
        assertThat(isStopped(PROOFS, "192.0.2.1")).isFalse();
    }
}
