package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.fuzz.Fuzzing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A damaged row of the store is an event or a failure with a name, and nothing but our events comes out of it. */
class StoredEventsFuzzTest extends Fuzzing {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Serializer events = new StrictEvents(Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new JsonOfMessages())
            .build());

    /** The name of the type, a line end, the JSON. */
    @Override
    protected Stream<String> examples() {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().map(StoredEventsFuzzTest::example).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected void once(byte[] input) {
        var end = end(input);
        var type = new String(input, 0, end, StandardCharsets.UTF_8);
        var json = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        try {
            var event = events.deserialize(new SimpleSerializedObject<>(json, byte[].class, type, null));
            if (type.startsWith("io.latchkey.event.") && event != null) {
                assertThat(event).isInstanceOf(LatchkeyEvent.class);
                var again = events.serialize(event, byte[].class);
                assertThat(events.<byte[], Object>deserialize(again)).isEqualTo(event);
            }
        } catch (UnknownEvent unknown) {
            assertThat(unknown).hasMessageContaining(type);
        } catch (SerializationException typed) {
            assertThat(typed).hasMessage("Error while deserializing object");
        }
    }

    private static int end(byte[] input) {
        for (var at = 0; at < input.length; at++) {
            if (input[at] == '\n') {
                return at;
            }
        }
        return input.length;
    }

    private static String example(Path golden) {
        try {
            var type = golden.getFileName().toString().replace(".json", "");
            return type + "\n" + Files.readString(golden).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
