package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.MovableClock;
import io.latchkey.api.stage.Desk;
import io.latchkey.api.stage.Script;
import io.latchkey.api.stage.Stage;
import io.latchkey.api.stage.Staged;
import io.latchkey.api.token.TokenKind;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.Refused;
import io.latchkey.command.SessionGrant;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.fuzz.Fuzzing;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Any bytes as the body of every request that takes one: understood, or refused as a problem that repeats nothing. */
@Staged
class BodiesFuzzTest extends Fuzzing {

    private static final String ID = "01890000-0000-7000-8000-000000000009";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Tokens tokens;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Script script;

    private Desk desk;
    private final Map<String, HttpMethod> routes = new LinkedHashMap<>();
    private final Map<TokenKind, String> bearers = new EnumMap<>(TokenKind.class);

    @BeforeAll
    void findTheRoutes() {
        desk = new Desk(context);
        mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> takesABody(route.getValue()))
                .map(Map.Entry::getKey)
                .forEach(this::add);
        assertThat(routes).hasSizeGreaterThan(13);
        makeTokens();
    }

    /** All routes are tried with each input. */
    @Override
    protected Duration dearest() {
        return super.dearest().multipliedBy(routes.size());
    }

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "{'email':'ann@example.org','name':'Ann','password':'short'}",
                "{'email':'ann@example.org','password':'short','deviceToken':'x',"
                        + "'secretKey':'SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY'}",
                "{'factor':'totp','code':'123 456'}",
                "{'factor':'backup_code','code':'BKU1-0F4D-RDGQ-S648-D4SK'}",
                "{'kind':'recovery_code','code':'RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY'}",
                "{'kind':'mailbox','token':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}",
                "{'name':'phone','algorithm':'SHA256','digits':8}",
                "{'code':'1234 5678'}",
                "{'token':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}",
                "{'password':'a new password'}",
                "{'refreshToken':'a.b.c'}",
                "{'setId':'" + ID + "'}",
                "{'reason':'a drill'}",
                "[[[[{}]]]]",
                "");
    }

    @Override
    protected void once(byte[] input) {
        var body = new String(input, StandardCharsets.ISO_8859_1)
                .replace('\'', '"')
                .getBytes(StandardCharsets.ISO_8859_1);
        script.reset();
        script.deciding(new Refused(Reason.WRONG_PROOF));
        routes.forEach((path, method) -> {
            var answer = desk.ask(
                    method,
                    path,
                    body,
                    Map.of(
                            "Authorization",
                            "Bearer " + bearers.get(Routes.token(path).orElse(TokenKind.ACCESS))));
            assertThat(answer.status()).as(method + " " + path).isBetween(200, 422);
            if (answer.status() >= 400) {
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(answer.body()).hasSizeLessThan(1_000).doesNotContain("xception", "jackson", "io.latchkey");
            }
        });
    }

    private void add(RequestMappingInfo route) {
        var method = HttpMethod.valueOf(
                route.getMethodsCondition().getMethods().iterator().next().name());
        route.getPatternsCondition()
                .getPatterns()
                .forEach(path -> routes.put(path.getPatternString().replaceAll("\\{[^}]+}", ID), method));
    }

    private static boolean takesABody(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private void makeTokens() {
        var soon = clock.instant().plus(Duration.ofMinutes(1));
        var grant = new SessionGrant(
                Stage.ANN.value(),
                ID,
                1,
                SessionKind.FULL,
                2,
                List.of(Factor.PASSWORD, Factor.TOTP),
                List.of(Role.values()),
                clock.instant(),
                soon);
        bearers.put(TokenKind.ACCESS, tokens.session(grant).access());
        bearers.put(TokenKind.SIGN_IN, tokens.signIn(ID, Stage.ANN, soon));
        bearers.put(TokenKind.RECOVERY, tokens.recovery(ID, soon));
    }
}
