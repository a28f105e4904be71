package io.latchkey.api.edge;

import io.latchkey.secret.Hashing;
import io.latchkey.value.Malformed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A change takes effect once for each Idempotency-Key. Here equal requests on this node wait for the first of them; across
 * nodes and restarts the key is claimed in the transaction of the command.
 */
@Component
@Order(Once.AFTER_SECURITY)
final class Once implements WebFilter {

    static final int AFTER_SECURITY = 10;
    static final String HEADER = "Idempotency-Key";
    static final int LARGEST_BODY = 16 * 1024;

    private static final Pattern KEY = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{16,128}");

    /** The keyed digests that travel with the command. */
    record Key(String key, String requestDigest) {}

    private final RequestMappingHandlerMapping mapping;
    private final Hashing hashing;
    private final InFlight inFlight = new InFlight();

    Once(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, Hashing hashing) {
        this.mapping = mapping;
        this.hashing = hashing;
    }

    /** Asks for the handler first, so that a wrong path or method is told before a missing key. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!Routes.isChange(exchange)) {
            return chain.filter(exchange);
        }
        return mapping.getHandler(exchange)
                .map(handler -> once((HandlerMethod) handler, exchange, chain))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(next -> next);
    }

    static @Nullable Key of(ServerWebExchange exchange) {
        return exchange.getAttribute(Once.class.getName());
    }

    private Mono<Void> once(HandlerMethod handler, ServerWebExchange exchange, WebFilterChain chain) {
        var typed = typed(exchange.getRequest());
        return Principals.current()
                .map(Principals::nameOf)
                .defaultIfEmpty("anonymous")
                .zipWith(body(exchange.getRequest()))
                .flatMap(both -> {
                    var key = key(both.getT1(), typed, exchange.getRequest(), both.getT2());
                    exchange.getAttributes().put(Once.class.getName(), key);
                    var secret = handler.hasMethodAnnotation(ShownOnce.class);
                    return inFlight.pass(key, secret, Replayed.request(exchange, both.getT2()), chain);
                });
    }

    /** A quoted string as the draft has it, or bare. */
    private static String typed(ServerHttpRequest request) {
        var values = request.getHeaders().getOrEmpty(HEADER);
        if (values.size() != 1) {
            throw new Malformed(HEADER, "required, once");
        }
        var value = values.getFirst().strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        var bare = quoted ? value.substring(1, value.length() - 1) : value;
        if (!KEY.matcher(bare).matches()) {
            throw new Malformed(HEADER, "16 to 128 visible ASCII characters");
        }
        return bare;
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > LARGEST_BODY) {
            return Mono.error(new Refusal(ProblemType.CONTENT_TOO_LARGE));
        }
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    /** Keyed digests, not the values: a body holds passwords, and a path may hold an id. */
    private Key key(String principal, String typed, ServerHttpRequest request, byte[] body) {
        var path = request.getPath().pathWithinApplication().value();
        return new Key(
                hashing.keyed("idempotency:v1", principal, request.getMethod().name(), path, typed),
                hashing.keyed("request:v1", Base64.getEncoder().encodeToString(sha256(body))));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
