package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenTest {

    @Test
    void nothing_that_holds_a_key_shows_it() {
        var fixture = new Fixture();

        assertThat(Fixture.keys(OLD_KEK)).hasToString("KeyRing[hidden]");
        assertThat(fixture.dataKeys(OLD_KEK).forSealing(ANN)).hasToString("DataKey[hidden]");
        assertThat(fixture.table.byOwner(ANN).orElseThrow()).hasToString("Row[hidden]");
    }
}
