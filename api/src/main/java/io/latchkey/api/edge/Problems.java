package io.latchkey.api.edge;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a failure becomes a status. */
@Component
@Order(Problems.BEFORE_SPRINGS_OWN)
public final class Problems implements WebExceptionHandler {

    static final int BEFORE_SPRINGS_OWN = -2;

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SOON = "5";
    private static final String AFTER_A_GUESS = "30";

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var refusal = Failures.refusal(failure);
        log(refusal, failure, exchange);
        if (failure instanceof MethodNotAllowedException notAllowed) {
            exchange.getResponse().getHeaders().setAllow(notAllowed.getSupportedMethods());
        }
        return write(refusal, exchange);
    }

    private Mono<Void> write(Refusal refusal, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.type().status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        explain(refusal.type(), response.getHeaders());
        var body = Problem.of(refusal, Correlation.idOf(exchange), violated(exchange));
        return send(response, json.writeValueAsBytes(body));
    }

    private static Mono<Void> send(ServerHttpResponse response, byte[] body) {
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void explain(ProblemType type, HttpHeaders headers) {
        switch (type) {
            case INVALID_OR_EXPIRED_PROOF -> headers.set(HttpHeaders.RETRY_AFTER, AFTER_A_GUESS);
            case INVALID_CREDENTIALS -> {
                headers.set(HttpHeaders.RETRY_AFTER, AFTER_A_GUESS);
                headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            case INVALID_TOKEN -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            case STEP_UP_REQUIRED ->
                headers.set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"urn:latchkey:aal2\","
                                + " max_age=300");
            case TEMPORARILY_UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, SOON);
            case MALFORMED_REQUEST, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT -> {}
            case SECRET_ALREADY_DELIVERED, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, IDEMPOTENCY_KEY_REUSED -> {}
            case QUOTA_EXCEEDED, INTERNAL_ERROR -> {}
        }
    }

    private static List<String> violated(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(IpLimits.VIOLATED, List.of());
    }

    /** The trail has the reasons of refusals; the log has what broke. */
    private static void log(Refusal refusal, Throwable failure, ServerWebExchange exchange) {
        if (refusal.type() == ProblemType.INTERNAL_ERROR) {
            LOG.error("request {} failed", Correlation.idOf(exchange), failure);
        } else if (refusal.type() == ProblemType.TEMPORARILY_UNAVAILABLE) {
            LOG.warn("request {} could not be answered: {}", Correlation.idOf(exchange), failure.toString());
        }
    }
}
