package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MalformedTest {
    @Test
    void it_tells_field_and_rule() {
        var malformed = new Malformed("name", "1 to 100 characters");

        assertThat(malformed).hasMessage("name: 1 to 100 characters").isInstanceOf(IllegalArgumentException.class);
        assertThat(malformed.field()).isEqualTo("name");
        assertThat(malformed.rule()).isEqualTo("1 to 100 characters");
    }
}
