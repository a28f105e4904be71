package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.value.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String BOUNDED = new Cursor.Before(Instant.parse("2026-11-21T12:00:00.123456Z"), 42).text();
    private static final String FOLLOWING = Cursor.following(42);

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "YjE6MTox=", "b1:1:1", "Zg", "ZjE6OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
    void a_broken_cursor_is_refused_everywhere(String broken) {
        assertThatThrownBy(() -> Cursor.bounded(broken)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Cursor.following(broken)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b1:1:-1",
                "b1:1",
                "b2:1:1",
                "b1:1:1:1",
                "b1: 1:1",
                "b1:1:1\n",
                "b1:-0:1",
                "b1:01:1",
                "b1:1:01",
                "f1:00",
                "f1:x",
                "f1:-1",
                "b1:1:1;drop table"
            })
    void a_forged_cursor_is_refused(String forged) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.bounded(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Cursor.following(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_cursor_of_the_other_way_of_reading_is_refused() {
        assertThatThrownBy(() -> Cursor.bounded(FOLLOWING)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Cursor.following(BOUNDED)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_cursor_says_its_place_again() {
        assertThat(Cursor.bounded(BOUNDED))
                .isEqualTo(new Cursor.Before(Instant.parse("2026-11-21T12:00:00.123456Z"), 42));
        assertThat(Cursor.following(FOLLOWING)).isEqualTo(42);
    }
}
