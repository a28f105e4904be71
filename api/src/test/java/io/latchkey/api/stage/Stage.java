package io.latchkey.api.stage;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.latchkey.MovableClock;
import io.latchkey.api.Messages;
import io.latchkey.command.Policy;
import io.latchkey.secret.Argon2Bulkhead;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.settings.PolicyFile;
import io.latchkey.store.AccountIndex;
import io.latchkey.store.FirstAdmin;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.mockito.ArgumentMatchers;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The edge on a real port; behind the gateways there is a {@link Script} and no database. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    ReactiveWebSecurityAutoConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocConfiguration.class,
    SpringDocWebFluxConfiguration.class
})
@Import(Messages.class)
@ComponentScan({
    "io.latchkey.api.account",
    "io.latchkey.api.contact",
    "io.latchkey.api.edge",
    "io.latchkey.api.group",
    "io.latchkey.api.kit",
    "io.latchkey.api.loss",
    "io.latchkey.api.recovery",
    "io.latchkey.api.signin",
    "io.latchkey.api.staff",
    "io.latchkey.api.token"
})
public class Stage {

    public static final String BASE = "https://latchkey.example";
    public static final EmailAddress KNOWN = new EmailAddress("ann@example.org");
    public static final AccountId ANN = new AccountId("01890000-0000-7000-8000-000000000001");
    public static final AccountId DECOY = new AccountId("01890000-0000-8000-8000-00000000dec0");

    @Bean
    Script script() {
        return new Script();
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    KeyRing keyRing() {
        return TestKeys.ring(TestKeys.signing());
    }

    /** The real one, but slow only once for the same secret. */
    @Bean
    Hashing hashing(KeyRing keys) {
        var real = new Hashing(keys);
        var known = new ConcurrentHashMap<List<Object>, Object>();
        return mock(Hashing.class, call -> {
            var asked = List.of(call.getMethod(), List.of(call.getArguments()));
            var answer = known.get(asked);
            if (answer == null) {
                answer = call.getMethod().invoke(real, call.getRawArguments());
                known.put(asked, answer);
            }
            return answer;
        });
    }

    @Bean
    Argon2Bulkhead bulkhead() {
        return new Argon2Bulkhead();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids() {
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    CheckedSettings settings() {
        var given = new MapConfigurationPropertySource(Map.of("latchkey.base-url", BASE));
        return new CheckedSettings(new Binder(given).bindOrCreate("latchkey", LatchkeyProperties.class));
    }

    @Bean
    Policy policy() {
        return new Policy("Latchkey", false, PolicyFile.read(), Duration.ofHours(72));
    }

    @Bean
    Sealer sealer() {
        var sealer = mock(Sealer.class);
        when(sealer.seal(anyString(), anyString(), anyString()))
                .thenAnswer(call -> "sealed for " + call.getArgument(0));
        return sealer;
    }

    @Bean
    AccountIndex accounts() {
        var accounts = mock(AccountIndex.class);
        when(accounts.find(any())).thenAnswer(call -> {
            boolean known = call.<EmailAddress>getArgument(0).lookup().equals(KNOWN.lookup());
            return new AccountIndex.Found(known ? ANN : DECOY, known);
        });
        return accounts;
    }

    @Bean
    FirstAdmin firstAdmin() {
        var firstAdmin = mock(FirstAdmin.class);
        when(firstAdmin.digest(anyString())).thenReturn("digest");
        return firstAdmin;
    }

    @Bean
    CommandGateway commands(Script script) {
        var commands = mock(CommandGateway.class);
        when(commands.send(any())).thenAnswer(call -> script.decide(call.<Message<?>>getArgument(0)));
        return commands;
    }

    @Bean
    QueryGateway queries(Script script) {
        var queries = mock(QueryGateway.class);
        when(queries.query(anyString(), any(), ArgumentMatchers.<ResponseType<Object>>any()))
                .thenAnswer(call -> script.answer(call.getArgument(1)));
        return queries;
    }
}
