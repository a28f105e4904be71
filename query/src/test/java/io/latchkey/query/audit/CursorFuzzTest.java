package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.fuzz.Fuzzing;
import io.latchkey.value.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** Only a cursor that was given out is taken, and it leads where it led. */
class CursorFuzzTest extends Fuzzing {

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                new Cursor.Before(Instant.parse("2026-11-21T12:00:00.123456Z"), 42).text(),
                new Cursor.Before(Instant.parse("1969-12-31T23:59:59Z"), 0).text(),
                Cursor.following(0),
                Cursor.following(999_999_999_999_999_999L),
                "YjE6MDow",
                "");
    }

    @Override
    protected void once(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        try {
            assertThat(Cursor.bounded(text).text()).isEqualTo(text);
        } catch (Malformed refused) {
            assertThat(refused.field()).isEqualTo("after");
        }
        try {
            assertThat(Cursor.following(Cursor.following(text))).isEqualTo(text);
        } catch (Malformed refused) {
            assertThat(refused.field()).isEqualTo("after");
        }
        var numbers = ByteBuffer.wrap(Arrays.copyOf(input, 16));
        var before = new Cursor.Before(
                Instant.ofEpochMilli(numbers.getLong() % 99_999_999_999_999L), Math.abs(numbers.getLong() % 1_000_000));
        assertThat(Cursor.bounded(before.text())).isEqualTo(before);
    }
}
