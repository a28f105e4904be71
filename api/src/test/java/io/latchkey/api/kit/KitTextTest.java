package io.latchkey.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KitTextTest {

    @Test
    void is_short_lines_that_say_what_the_page_says() {
        var text = new String(KitText.of(Samples.kit("家族")), StandardCharsets.UTF_8);

        assertThat(text.lines()).allMatch(line -> line.length() <= 77).first().isEqualTo("Recovery kit of Latchkey");
        assertThat(text)
                .contains("\n    " + Samples.CODE + "\n")
                .contains("Label:        家族", "Account:      a***@e***.org", "Made on:      2026-11-26")
                .contains("Fingerprint:  " + Samples.kit("x").fingerprint(), "4. Choose a new password")
                .endsWith("Questions: help@example.org\n");
    }

    @Test
    void leaves_out_what_there_is_not() {
        assertThat(new String(KitText.of(Samples.kit(null)), StandardCharsets.UTF_8))
                .doesNotContain("Label");
    }
}
