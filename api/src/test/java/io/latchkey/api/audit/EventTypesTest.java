package io.latchkey.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.Reason;
import io.latchkey.query.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void the_catalogue_is_served_whole() {
        var all = EventTypes.all();

        assertThat(all.types()).hasSameSizeAs(Catalogue.entries());
        assertThat(all.reasons()).hasSize(Reason.values().length);
        assertThat(all.types())
                .filteredOn(type -> type.type().equals("AccountRecovered"))
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.ocsf().typeUid()).isEqualTo(300104);
                    assertThat(type.notice()).isEqualTo("account-recovered");
                    assertThat(type.signals())
                            .contains("https://schemas.openid.net/secevent/caep/event-type/session-revoked");
                });
    }
}
