package io.latchkey.api.edge;

import io.latchkey.api.token.RecoveryHandle;
import io.latchkey.api.token.SignInHandle;
import io.latchkey.settings.CheckedSettings;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document, complete enough to write a client from it alone. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    private static final String ABOUT = """
            Ways back into an account, and the proof of what happened. Every failure is an RFC 9457 problem. Each answer has
            an X-Correlation-Id. Each change takes an Idempotency-Key and happens once for it: a repeated request
            gets the first answer again, without the secrets in it. Times are ISO 8601 in UTC, ids are UUIDs.""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignInHandle.class, RecoveryHandle.class);
    }

    /** The server is the configured one: a request's Host header has no say. */
    @Bean
    OpenAPI document(CheckedSettings checked) {
        var components = new Components()
                .addSecuritySchemes(OperationRules.BEARER, bearer("Access token of a session: type at+jwt"))
                .addSecuritySchemes(
                        OperationRules.SIGN_IN_HANDLE, bearer("The handle that signIn answered: type signin+jwt"))
                .addSecuritySchemes(
                        OperationRules.RECOVERY_HANDLE,
                        bearer("The handle that startRecovery answered: type recovery+jwt"));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        ProblemResponses.all().forEach(components::addResponses);
        return new OpenAPI()
                .info(new Info()
                        .title("Latchkey")
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description(ABOUT))
                .servers(List.of(new Server().url(checked.settings().baseUrl().toString())))
                .components(components);
    }

    @Bean
    OpenApiCustomizer operationRules() {
        return document -> document.getPaths().forEach(OperationRules::apply);
    }

    @Bean
    ModelConverter requiredFields() {
        return new RequiredFields();
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(description);
    }
}
