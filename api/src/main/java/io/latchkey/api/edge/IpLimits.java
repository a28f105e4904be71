package io.latchkey.api.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.latchkey.secret.Hashing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How often one client may guess and begin (AB-5). It knows addresses only, so its answer says nothing about accounts; what
 * protects an account is the account's own budget. In development the machine itself is not limited.
 */
@Component
@Order(IpLimits.BEFORE_SECURITY)
final class IpLimits implements WebFilter {

    static final int BEFORE_SECURITY = -200;
    static final String VIOLATED = IpLimits.class.getName();

    private static final int CLIENTS = 100_000;
    private static final Duration REMEMBERED = Duration.ofHours(2);
    private static final Set<ProblemType> GUESSES =
            Set.of(ProblemType.INVALID_OR_EXPIRED_PROOF, ProblemType.INVALID_CREDENTIALS, ProblemType.INVALID_TOKEN);

    private final Cache<String, Client> clients = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final ClientAddress address;
    private final Hashing hashing;
    private final Quotas quotas;
    private final TimeMeter time;

    private final boolean production;

    IpLimits(ClientAddress address, Hashing hashing, Quotas quotas, Clock clock, Environment environment) {
        this.address = address;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
        this.hashing = hashing;
        this.quotas = quotas;
        this.time = new ClockMeter(clock);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!HttpMethod.POST.equals(exchange.getRequest().getMethod()) || !Routes.isOpenToGuesses(exchange)) {
            return chain.filter(exchange);
        }
        var from = address.of(exchange.getRequest());
        if (!production && ClientAddress.isLoopback(from)) {
            return chain.filter(exchange);
        }
        var key = hashing.client(from);
        var client = clients.get(key, ignored -> quotas.client(time));
        var used = client.claim(Routes.isStart(exchange));
        if (!used.isEmpty()) {
            return Mono.error(exceeded(exchange, used));
        }
        return chain.filter(exchange).doOnSuccess(done -> client.clear()).doOnError(failure -> count(failure, client));
    }

    /** Who hangs up without an answer may have guessed wrongly. */
    private static void count(Throwable failure, Client client) {
        if (!GUESSES.contains(Failures.refusal(failure).type())) {
            client.clear();
        }
    }

    private static Refusal exceeded(ServerWebExchange exchange, List<Quota> used) {
        var wait = used.stream().mapToLong(Quota::secondsToWait).max().orElse(1);
        exchange.getAttributes().put(VIOLATED, used.stream().map(Quota::name).toList());
        var headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", used.stream().map(Quota::policy).collect(Collectors.joining(", ")));
        headers.set("RateLimit", used.stream().map(Quota::state).collect(Collectors.joining(", ")));
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        return new Refusal(ProblemType.QUOTA_EXCEEDED);
    }
}
