package io.latchkey.api.edge;

import io.latchkey.api.token.TokenKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/** What kind of token a route takes, and which routes a stranger may try codes on. */
final class Routes {

    private static final Set<String> STARTS =
            Set.of("/v1/accounts", "/v1/sign-ins", "/v1/recoveries", "/v1/loss-reports");
    private static final String REGISTRATION = "/v1/accounts/";
    private static final String REFRESH = "/v1/sessions/refresh";
    private static final String POLICY = "/v1/policy";
    private static final Pattern BY_LINK = Pattern.compile("/v1/recoveries/[^/]+/(veto|credentials)");
    private static final String API = "/v1/";
    private static final Set<HttpMethod> CHANGES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Pattern STAFF = Pattern.compile("/v1/(staff|support|audit|security|operations)(/.*)?");

    private Routes() {}

    /** Empty where no token is looked at, so that a stale one does no harm there. */
    static Optional<TokenKind> token(ServerWebExchange exchange) {
        return token(path(exchange));
    }

    static Optional<TokenKind> token(String path) {
        if (POLICY.equals(path) || BY_LINK.matcher(path).matches()) {
            return Optional.empty();
        }
        if (path.startsWith("/v1/sign-ins/")) {
            return Optional.of(TokenKind.SIGN_IN);
        }
        if (path.startsWith("/v1/recoveries/")) {
            return Optional.of(TokenKind.RECOVERY);
        }
        var open = STARTS.contains(path) || REFRESH.equals(path) || path.startsWith(REGISTRATION);
        return !open && (path.startsWith(API) || path.startsWith("/actuator/"))
                ? Optional.of(TokenKind.ACCESS)
                : Optional.empty();
    }

    static boolean isStart(ServerWebExchange exchange) {
        return STARTS.contains(path(exchange));
    }

    static boolean isOpenToGuesses(ServerWebExchange exchange) {
        return isApi(exchange)
                && token(exchange).filter(TokenKind.ACCESS::equals).isEmpty();
    }

    static boolean isApi(ServerWebExchange exchange) {
        return path(exchange).startsWith(API);
    }

    static boolean isChange(ServerWebExchange exchange) {
        return isApi(exchange) && CHANGES.contains(exchange.getRequest().getMethod());
    }

    static boolean isForStaff(ServerWebExchange exchange) {
        return STAFF.matcher(path(exchange)).matches();
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }
}
