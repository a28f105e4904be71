package io.latchkey.api.edge;

import io.latchkey.api.token.AccessToken;
import io.latchkey.api.token.TokenKind;
import io.latchkey.api.token.Tokens;
import io.latchkey.secret.KeyRing;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.value.Ids;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;

/** Who may go where; a token is all there is, so there is no session, no cookie and nothing to forge. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(Quotas.class)
class SecurityConfiguration {

    private static final String ACCOUNT = Bearers.SCOPE + AccessToken.ACCOUNT;
    private static final String BIND = Bearers.SCOPE + AccessToken.RECOVERY_BIND;

    @Bean
    Tokens tokens(KeyRing keys, CheckedSettings checked, Ids ids, Clock clock) {
        return new Tokens(keys, checked.settings().baseUrl().toString(), ids, clock);
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, Bearers bearers, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .oauth2ResourceServer(server -> server.bearerTokenConverter(bearer())
                        .authenticationManagerResolver(bearers)
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .authorizeExchange(SecurityConfiguration::rules)
                .build();
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequests(Problems problems) {
        return problems::handle;
    }

    private static ServerAuthenticationConverter bearer() {
        var header = new ServerBearerTokenAuthenticationConverter();
        return exchange -> Routes.token(exchange).isPresent() ? header.convert(exchange) : Mono.empty();
    }

    private static void rules(AuthorizeExchangeSpec go) {
        go.pathMatchers(HttpMethod.GET, "/v1/policy").permitAll();
        go.pathMatchers(HttpMethod.POST, "/v1/recoveries/*/veto", "/v1/recoveries/*/credentials")
                .permitAll();
        go.pathMatchers("/v1/sign-ins/*/**").hasAuthority(Bearers.SCOPE + TokenKind.SIGN_IN.type());
        go.pathMatchers("/v1/recoveries/*/**").hasAuthority(Bearers.SCOPE + TokenKind.RECOVERY.type());
        go.pathMatchers(HttpMethod.POST, "/v1/loss-reports").permitAll();
        go.pathMatchers("/v1/accounts/**", "/v1/sign-ins", "/v1/recoveries", "/v1/sessions/refresh")
                .permitAll();
        binding(go);
        go.pathMatchers("/v1/staff/bootstrap").hasAuthority(ACCOUNT);
        go.pathMatchers("/v1/staff/**", "/v1/operations/**", "/actuator/metrics/**")
                .hasRole("ADMIN");
        go.pathMatchers("/v1/support/**").hasAnyRole("SUPPORT", "SECURITY");
        go.pathMatchers("/v1/audit/**").hasAnyRole("SUPPORT", "SECURITY");
        go.pathMatchers("/v1/security/**").hasRole("SECURITY");
        go.pathMatchers("/v1/**").hasAuthority(ACCOUNT);
        go.anyExchange().permitAll();
    }

    /** All that a recovery session may do. */
    private static void binding(AuthorizeExchangeSpec go) {
        go.pathMatchers(HttpMethod.GET, "/v1/account", "/v1/account/sessions").hasAnyAuthority(ACCOUNT, BIND);
        go.pathMatchers(
                        HttpMethod.POST,
                        "/v1/account/totp",
                        "/v1/account/totp/*/confirm",
                        "/v1/account/backup-codes",
                        "/v1/account/backup-codes/acknowledge",
                        "/v1/account/recovery-code",
                        "/v1/account/recovery-code/verifier",
                        "/v1/account/recovery-code/confirm",
                        "/v1/account/recovery-kit",
                        "/v1/account/totp/*/suspend",
                        "/v1/account/devices/*/suspend")
                .hasAnyAuthority(ACCOUNT, BIND);
        go.pathMatchers(HttpMethod.DELETE, "/v1/sessions/current").hasAnyAuthority(ACCOUNT, BIND);
    }
}
