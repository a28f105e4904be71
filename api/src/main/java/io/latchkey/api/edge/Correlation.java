package io.latchkey.api.edge;

import io.latchkey.value.Ids;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives every request an id of our own: in the answer, in problems, in the metadata of events. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Correlation implements WebFilter {

    static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = Correlation.class.getName();

    private final Ids ids;

    Correlation(Ids ids) {
        this.ids = ids;
    }

    /**
     * The rest runs away from the event loop: Reactor Netty 1.3.7 never reads again from a connection on which a request that
     * had to wait was answered at once (its issue 4361).
     */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = ids.next();
        exchange.getAttributes().put(ATTRIBUTE, id);
        exchange.getResponse().getHeaders().set(HEADER, id);
        return chain.filter(exchange).subscribeOn(Schedulers.parallel());
    }

    static String idOf(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "");
    }
}
