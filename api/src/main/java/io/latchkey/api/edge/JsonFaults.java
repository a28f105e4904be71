package io.latchkey.api.edge;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body without repeating it. */
final class JsonFaults {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.]{1,64}");
    private static final String BODY = "body";

    private JsonFaults() {}

    static Fault of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> new Fault(path(unknown), "unknown field");
            case DatabindException wrong -> new Fault(path(wrong), "right type");
            case StreamReadException ignored -> new Fault(BODY, "one JSON object, each field once");
            default -> new Fault(BODY, "JSON");
        };
    }

    private static String path(DatabindException failure) {
        var path = failure.getPath().stream()
                .map(step -> name(step.getPropertyName()))
                .collect(Collectors.joining("."));
        return PLAIN_NAME.matcher(path).matches() ? path : BODY;
    }

    private static String name(@Nullable String property) {
        return property == null ? "element" : property;
    }
}
