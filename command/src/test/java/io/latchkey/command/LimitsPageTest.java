package io.latchkey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitsPageTest {

    @Test
    void the_page_says_what_the_code_does() throws Exception {
        var page = Files.readAllLines(Path.of("../docs/limits.md"));
        var code = Arrays.stream(Limits.class.getFields())
                .map(field -> "| " + field.getName() + " | " + value(field) + " |")
                .toList();

        assertThat(page.stream()
                        .filter(line -> line.matches("\\| [A-Z_]+ \\|.*"))
                        .map(line -> line.replaceFirst("^(\\| \\w+ \\| \\w+ \\|).*", "$1")))
                .containsExactlyInAnyOrderElementsOf(code);
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
