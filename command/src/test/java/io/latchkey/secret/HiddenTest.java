package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HiddenTest {

    @Test
    void nothing_that_holds_a_key_shows_it() {

        assertThat(Fixture.keys(OLD_KEK)).hasToString("KeyRing[hidden]");
        assertThat(new KeysInMemory()
                        .node(Fixture.keys(OLD_KEK), Ticker.systemTicker())
                        .forSealing(ANN))
                .hasToString("DataKey[hidden]");
        assertThat(new DataKeyTable.Row(UUID.randomUUID(), ANN, "wrapped")).hasToString("Row[hidden]");
    }
}
