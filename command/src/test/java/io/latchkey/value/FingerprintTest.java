package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String ID = "01890000-0000-7000-8000-000000000001";

    @Test
    void two_groups_of_four_that_are_never_mistaken_for_a_code() {
        assertThat(Fingerprint.of(ID).value()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Fingerprint.of(ID)).hasToString(Fingerprint.of(ID).value());
    }

    /** Printed on paper: it may never change. */
    @Test
    void is_what_it_always_was() {
        assertThat(Fingerprint.of(ID).value()).isEqualTo("976W-61DF");
    }

    @Test
    void tells_the_codes_of_one_person_apart() {
        var seen = new HashSet<Fingerprint>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(Fingerprint.of(UUID.randomUUID().toString()))).isTrue();
        }
    }
}
