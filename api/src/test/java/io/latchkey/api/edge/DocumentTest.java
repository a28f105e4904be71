package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTest extends OnStage {

    private static final Set<String> CHANGES = Set.of("post", "put", "patch", "delete");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private JsonNode document() {
        var text = http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(text);
    }

    private static void each(JsonNode document, BiConsumer<String, JsonNode> look) {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                look.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    @Test
    void is_openapi_3_1_and_says_whose_it_is() {
        var document = document();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Latchkey");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void knows_every_route() {
        var documented = new HashSet<String>();
        each(document(), (name, operation) -> documented.add(name));
        var routes = new HashSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        routes.add(method.name().toLowerCase(java.util.Locale.ROOT) + " " + path))));
        routes.removeIf(route -> !route.contains(" /v1/"));

        assertThat(documented).containsAll(routes);
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_a_summary() {
        var names = new ArrayList<String>();
        each(document(), (name, operation) -> {
            names.add(operation.get("operationId").asString());
            assertThat(operation.get("summary")).as(name).isNotNull();
        });
        assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.endsWith("_1"));
    }

    @Test
    void every_change_takes_an_idempotency_key_and_every_problem_is_described() {
        var document = document();
        each(document, (name, operation) -> {
            var parameters = operation.path("parameters").toString();
            boolean change = CHANGES.contains(name.substring(0, name.indexOf(' ')));
            assertThat(parameters.contains("Idempotency-Key")).as(name).isEqualTo(change);
            if (name.contains("/v1/")) {
                assertThat(operation.get("responses").toString()).as(name).contains("Problem503");
            }
            operation
                    .path("parameters")
                    .forEach(parameter ->
                            assertThat(parameter.get("schema")).as(name).isNotNull());
        });
        for (var type : ProblemType.values()) {
            assertThat(document.at("/components/responses/Problem" + type.status() + "/description")
                            .asString())
                    .contains(type.uri());
        }
    }

    @Test
    void a_token_is_asked_for_where_it_is_needed() {
        each(document(), (name, operation) -> {
            var security = operation.path("security").toString();
            if (name.contains("/v1/sign-ins/{")) {
                assertThat(security).contains("signInHandle");
            } else if (name.endsWith("/veto") || name.endsWith("/credentials")) {
                assertThat(security).isEmpty();
            } else if (name.contains("/v1/recoveries/{")) {
                assertThat(security).contains("recoveryHandle");
            } else if (name.contains("/v1/account") && !name.contains("/v1/accounts")) {
                assertThat(security).contains("bearer");
            }
        });
    }

    @Test
    void what_is_always_there_is_required() {
        var schemas = document().at("/components/schemas");
        assertThat(schemas.at("/SessionTokens/required").toString())
                .contains("accessToken", "expiresIn")
                .doesNotContain("refreshToken");
        assertThat(schemas.at("/Credentials/required").toString())
                .contains("email", "password")
                .doesNotContain("Key");
        assertThat(schemas.at("/Problem/required").toString()).contains("type", "correlationId");
    }
}
