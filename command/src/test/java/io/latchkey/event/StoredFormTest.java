package io.latchkey.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of every event is for ever: each has a golden file that is added once and never edited. */
class StoredFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Class<?>> events() {
        return leaves(LatchkeyEvent.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_what_it_always_was(Class<?> type) throws Exception {
        var file = GOLDEN.resolve(type.getName() + ".json");
        var event = sample(type);
        var stored = json.writeValueAsString(event);
        if (Boolean.getBoolean("latchkey.golden.add") && Files.notExists(file)) {
            Files.writeString(file, stored + "\n");
        }

        assertThat(file)
                .as("a new event needs its golden file: -Dlatchkey.golden.add=true")
                .exists();
        assertThat(stored).isEqualTo(Files.readString(file).strip());
        assertThat(json.readValue(stored, type)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_a_top_level_record_of_plain_types(Class<?> type) {
        assertThat(type.isRecord()).isTrue();
        assertThat(type.getEnclosingClass()).isNull();
        assertThat(type.getRecordComponents())
                .allMatch(part -> List.of(
                                "java.lang", "java.util", "java.time", "io.latchkey.value", "io.latchkey.event", "")
                        .contains(part.getType().getPackageName()))
                .allMatch(part -> !part.getType().getPackageName().startsWith("io.latchkey")
                        || part.getType().isEnum());
    }

    @org.junit.jupiter.api.Test
    void no_golden_file_is_without_its_event() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(Class::getName).toList());
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StoredFormTest::leaves)
                : Stream.of(type);
    }

    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types)
                .newInstance(Arrays.stream(parts).map(StoredFormTest::value).toArray());
    }

    private static Object value(RecordComponent part) {
        var type = part.getType();
        if (type == String.class) {
            return "a " + part.getName();
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-21T12:00:00Z");
        }
        if (type == List.class) {
            return part.getGenericType().getTypeName().contains("Factor")
                    ? List.of(io.latchkey.value.Factor.PASSWORD, io.latchkey.value.Factor.TOTP)
                    : List.of("one", "two");
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == long.class) {
            return 7L;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : (Object) 3;
    }
}
