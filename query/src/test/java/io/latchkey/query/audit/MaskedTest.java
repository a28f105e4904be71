package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.org", "1.2.3", "203.0.113.999", "::g", "1.2.3.4.5", "a:b:c"})
    void what_is_no_address_is_not_shown_and_not_looked_up(String text) {
        assertThat(Masked.address(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77,203.0.113.x",
        "10.0.0.1,10.0.0.x",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2::x",
        "2001:db8::1,2001:db8:0:0::x",
        "::1,0:0:0:0::x",
        "::ffff:203.0.113.77,203.0.113.x"
    })
    void an_address_keeps_its_network_only(String ip, String masked) {
        assertThat(Masked.address(ip)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML) Chrome/147.0 Safari/537.36,Chrome",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/147.0 Safari/537.36 Edg/147.0,Edge",
        "Mozilla/5.0 (Macintosh) Version/26.0 Safari/605.1.15,Safari",
        "curl/8.5.0,curl",
        "my-private-bot/1.0 (jane@example.org),other"
    })
    void an_agent_keeps_its_family_only(String agent, String family) {
        assertThat(Masked.agent(agent)).isEqualTo(family);
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Masked.address(null)).isNull();
        assertThat(Masked.agent(null)).isNull();
    }
}
