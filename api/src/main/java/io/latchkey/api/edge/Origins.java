package io.latchkey.api.edge;

import io.latchkey.api.Messages;
import io.latchkey.event.Origin;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says who asks and from where, as metadata for whatever message the request becomes; address and agent are sealed here. */
@Component
@Order(Origins.AFTER_ONCE)
final class Origins implements WebFilter {

    static final int AFTER_ONCE = Once.AFTER_SECURITY + 10;

    private static final String ANONYMOUS = "anonymous";
    private static final int LONGEST_AGENT = 256;

    private final Messages messages;
    private final ClientAddress address;
    private final Sealer sealer;
    private final Hashing hashing;
    private final Clock clock;

    Origins(Messages messages, ClientAddress address, Sealer sealer, Hashing hashing, Clock clock) {
        this.messages = messages;
        this.address = address;
        this.sealer = sealer;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** Sealing may have to fetch a key, so it is kept off the event loop. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!Routes.isApi(exchange)) {
            return chain.filter(exchange);
        }
        return Principals.current()
                .map(principal ->
                        principal instanceof Caller caller ? caller.accountId().value() : ANONYMOUS)
                .defaultIfEmpty(ANONYMOUS)
                .flatMap(actor -> messages.offLoop(() -> origin(actor, exchange)))
                .flatMap(origin -> chain.filter(exchange).contextWrite(at -> at.put(Messages.ORIGIN, origin)));
    }

    private Map<String, String> origin(String actor, ServerWebExchange exchange) {
        var origin = new HashMap<String, String>();
        origin.put(Origin.ACTOR, actor);
        origin.put(Origin.ACTOR_ROLE, role(actor, exchange));
        origin.put(Origin.CORRELATION_ID, Correlation.idOf(exchange));
        from(exchange, origin);
        var key = Once.of(exchange);
        if (key != null) {
            origin.put(Origin.IDEMPOTENCY_KEY, key.key());
            origin.put(Origin.REQUEST_DIGEST, key.requestDigest());
        }
        return Map.copyOf(origin);
    }

    private void from(ServerWebExchange exchange, Map<String, String> origin) {
        var ip = address.of(exchange.getRequest());
        var owner = "client:" + YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        origin.put(Origin.CLIENT, sealer.seal(owner, "Origin/client", ip));
        origin.put(Origin.CLIENT_KEY, hashing.client(ip));
        var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        if (agent != null) {
            origin.put(Origin.AGENT, sealer.seal(owner, "Origin/agent", plain(agent)));
        }
    }

    private static String role(String actor, ServerWebExchange exchange) {
        if (actor.equals(ANONYMOUS)) {
            return ANONYMOUS;
        }
        return Routes.isForStaff(exchange) ? "staff" : "holder";
    }

    private static String plain(String agent) {
        var readable = agent.replaceAll("\\p{C}", "");
        return readable.codePointCount(0, readable.length()) <= LONGEST_AGENT
                ? readable
                : readable.substring(0, readable.offsetByCodePoints(0, LONGEST_AGENT));
    }
}
