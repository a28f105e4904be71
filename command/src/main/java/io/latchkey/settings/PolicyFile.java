package io.latchkey.settings;

import io.latchkey.command.PolicyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The policy as it is built in; a broken one stops the start. */
public final class PolicyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PolicyFile() {}

    public static PolicyDocument read() {
        try (var file = PolicyFile.class.getResourceAsStream("/policy.json")) {
            return read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PolicyDocument read(String text) {
        try {
            return JSON.readValue(text, PolicyDocument.class);
        } catch (JacksonException broken) {
            throw new CannotStart("policy.json is not a policy: " + reason(broken) + ".");
        }
    }

    private static String reason(JacksonException broken) {
        return broken.getCause() instanceof IllegalArgumentException refused
                ? String.valueOf(refused.getMessage())
                : broken.getOriginalMessage();
    }
}
