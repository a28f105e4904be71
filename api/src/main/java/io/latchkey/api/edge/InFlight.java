package io.latchkey.api.edge;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets the first of equal requests through; the others get its answer, or a 409 where it showed a secret. */
final class InFlight {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConcurrentHashMap<Once.Key, Sinks.One<Answer>> running = new ConcurrentHashMap<>();

    Mono<Void> pass(Once.Key key, boolean secret, ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            var mine = Sinks.<Answer>one();
            var first = running.putIfAbsent(key, mine);
            return first == null ? lead(key, mine, exchange, chain) : follow(first, secret, exchange, chain);
        });
    }

    private Mono<Void> lead(Once.Key key, Sinks.One<Answer> mine, ServerWebExchange exchange, WebFilterChain chain) {
        var recorder = new AnswerRecorder(exchange.getResponse());
        return chain.filter(exchange.mutate().response(recorder).build())
                .doOnSuccess(done -> mine.tryEmitValue(recorder.answer()))
                .doOnError(mine::tryEmitError)
                .doFinally(end -> {
                    running.remove(key);
                    mine.tryEmitEmpty();
                });
    }

    /** A first one that went away without an answer leaves the work to those who wait. */
    private static Mono<Void> follow(
            Sinks.One<Answer> first, boolean secret, ServerWebExchange exchange, WebFilterChain chain) {
        return first.asMono()
                .timeout(PATIENCE)
                .map(answer -> secret && answer.succeeded()
                        ? Mono.<Void>error(new Refusal(ProblemType.SECRET_ALREADY_DELIVERED))
                        : answer.writeTo(exchange.getResponse()))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(next -> next);
    }
}
