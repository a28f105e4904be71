package io.latchkey.api.edge;

import io.latchkey.api.token.RecoveryHandle;
import io.latchkey.api.token.SignInHandle;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands {@link Caller} or a handle to controllers; a handle is good for the id in its own path only. */
@Component
final class Principals implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Caller.class || type == SignInHandle.class || type == RecoveryHandle.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return current()
                .filter(parameter.getParameterType()::isInstance)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.INVALID_TOKEN)))
                .filter(principal -> isForThisPath(principal, exchange))
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }

    static Mono<Object> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(Authentication::getPrincipal);
    }

    /** A name for whoever asks, to keep apart the idempotency keys of different callers. */
    static String nameOf(Object principal) {
        return switch (principal) {
            case Caller caller -> "account " + caller.accountId().value();
            case SignInHandle handle -> "sign-in " + handle.signInId().value();
            case RecoveryHandle handle -> "recovery " + handle.recoveryId().value();
            default -> "anonymous";
        };
    }

    private static boolean isForThisPath(Object principal, ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        return handled(principal).map(id -> id.equals(variables.get("id"))).orElse(true);
    }

    private static Optional<String> handled(Object principal) {
        return switch (principal) {
            case SignInHandle handle -> Optional.of(handle.signInId().value());
            case RecoveryHandle handle -> Optional.of(handle.recoveryId().value());
            default -> Optional.empty();
        };
    }
}
