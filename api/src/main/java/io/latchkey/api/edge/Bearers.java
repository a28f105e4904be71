package io.latchkey.api.edge;

import io.latchkey.api.Messages;
import io.latchkey.api.token.AccessToken;
import io.latchkey.api.token.TokenKind;
import io.latchkey.api.token.TokenRefused;
import io.latchkey.api.token.Tokens;
import io.latchkey.query.accounts.FindSessionState;
import io.latchkey.query.accounts.SessionState;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the token of the kind its route takes; an access token is worth as much as its session is alive. */
@Component
final class Bearers implements ReactiveAuthenticationManagerResolver<ServerWebExchange> {

    static final String SCOPE = "SCOPE_";

    private final Tokens tokens;
    private final Messages messages;

    Bearers(Tokens tokens, Messages messages) {
        this.tokens = tokens;
        this.messages = messages;
    }

    @Override
    public Mono<ReactiveAuthenticationManager> resolve(ServerWebExchange exchange) {
        return Mono.justOrEmpty(Routes.token(exchange)).map(this::manager);
    }

    private ReactiveAuthenticationManager manager(TokenKind kind) {
        return switch (kind) {
            case ACCESS -> reading(token -> alive(tokens.readAccess(token)));
            case SIGN_IN -> reading(token -> Mono.just(handle(tokens.readSignIn(token), kind)));
            case RECOVERY -> reading(token -> Mono.just(handle(tokens.readRecovery(token), kind)));
            case REFRESH, DEVICE -> throw new AuthenticationServiceException("no route takes this kind");
        };
    }

    private static ReactiveAuthenticationManager reading(Function<String, Mono<Authentication>> door) {
        return authentication -> Mono.defer(
                        () -> door.apply(((BearerTokenAuthenticationToken) authentication).getToken()))
                .onErrorMap(TokenRefused.class, refused -> new InvalidBearerTokenException("refused"));
    }

    private Mono<Authentication> alive(AccessToken token) {
        var session = new FindSessionState(
                token.accountId().value(), token.sessionId().value());
        return messages.ask(session, SessionState.class).map(state -> switch (state) {
            case LIVE -> caller(token);
            case ENDED -> throw new TokenRefused();
            case UNKNOWN -> throw new Refusal(ProblemType.TEMPORARILY_UNAVAILABLE);
        });
    }

    private static Authentication caller(AccessToken token) {
        var caller = new Caller(token.accountId(), token.sessionId(), token.scope(), token.roles(), token.provenAt());
        var authorities = Stream.concat(
                        Stream.of(SCOPE + token.scope()), token.roles().stream().map(role -> "ROLE_" + role.name()))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(caller, "", authorities);
    }

    private static Authentication handle(Object handle, TokenKind kind) {
        return UsernamePasswordAuthenticationToken.authenticated(
                handle, "", List.of(new SimpleGrantedAuthority(SCOPE + kind.type())));
    }
}
