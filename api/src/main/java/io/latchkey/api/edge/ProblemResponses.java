package io.latchkey.api.edge;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The registry of problems as responses of the OpenAPI document, one for each status. */
final class ProblemResponses {

    private static final String REFERENCE = "#/components/responses/";

    private ProblemResponses() {}

    static Map<String, ApiResponse> all() {
        return Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(
                        ProblemResponses::name,
                        TreeMap::new,
                        Collectors.mapping(type -> "`" + type.uri() + "` " + type.title(), Collectors.joining("; "))))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> response(entry.getValue())));
    }

    static void add(Operation operation, ProblemType... types) {
        var responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (var type : types) {
            responses.putIfAbsent(Integer.toString(type.status()), new ApiResponse().$ref(REFERENCE + name(type)));
        }
        operation.setResponses(responses);
    }

    private static String name(ProblemType type) {
        return "Problem" + type.status();
    }

    private static ApiResponse response(String description) {
        var schema = new JsonSchema();
        schema.set$ref("#/components/schemas/Problem");
        var text = new JsonSchema();
        text.addType("string");
        return new ApiResponse()
                .description(description)
                .addHeaderObject(Correlation.HEADER, new Header().schema(text))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
