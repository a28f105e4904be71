package io.latchkey.api.edge;

import io.latchkey.api.token.TokenKind;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Optional;
import java.util.Set;

/** What holds for every operation by its path and method, said in the document as the filters do it. */
final class OperationRules {

    static final String BEARER = "bearer";
    static final String SIGN_IN_HANDLE = "signInHandle";
    static final String RECOVERY_HANDLE = "recoveryHandle";

    private static final Set<HttpMethod> CHANGES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private OperationRules() {}

    static void apply(String path, PathItem item) {
        if (path.startsWith("/v1/")) {
            item.readOperationsMap().forEach((method, operation) -> apply(path, method, operation));
        }
    }

    private static void apply(String path, HttpMethod method, Operation operation) {
        if (CHANGES.contains(method)) {
            operation.addParametersItem(idempotencyKey());
            ProblemResponses.add(
                    operation, ProblemType.MALFORMED_REQUEST, ProblemType.CONFLICT, ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        if (operation.getRequestBody() != null) {
            ProblemResponses.add(operation, ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (path.contains("{")) {
            ProblemResponses.add(operation, ProblemType.NOT_FOUND);
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getSchema() == null)
                    .forEach(parameter -> parameter.setSchema(text().format("uuid")));
        }
        var scheme = Routes.token(path).flatMap(OperationRules::scheme);
        scheme.ifPresent(name -> operation.addSecurityItem(new SecurityRequirement().addList(name)));
        ProblemResponses.add(operation, ProblemType.INVALID_TOKEN, ProblemType.TEMPORARILY_UNAVAILABLE);
        ProblemResponses.add(
                operation,
                scheme.filter(BEARER::equals).isPresent() ? ProblemType.FORBIDDEN : ProblemType.QUOTA_EXCEEDED);
    }

    private static Optional<String> scheme(TokenKind kind) {
        return switch (kind) {
            case ACCESS -> Optional.of(BEARER);
            case SIGN_IN -> Optional.of(SIGN_IN_HANDLE);
            case RECOVERY -> Optional.of(RECOVERY_HANDLE);
            case REFRESH, DEVICE -> Optional.empty();
        };
    }

    private static Schema<?> text() {
        var schema = new JsonSchema();
        schema.addType("string");
        return schema;
    }

    private static HeaderParameter idempotencyKey() {
        var key = text().minLength(16).maxLength(130).example("\"8e03978e-40d5-43e8-bc93-6894a57f9324\"");
        var header = new HeaderParameter();
        header.name(Once.HEADER)
                .required(true)
                .description("A quoted string (bare is accepted) of 16 to 128 visible ASCII characters, best a random"
                        + " UUID; a new one for each change, the same one when it is sent again.")
                .schema(key);
        return header;
    }
}
