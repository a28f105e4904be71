package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.store.embedded.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryTableTest {
    private final JdbcClient database = TestPostgres.client();

    @BeforeEach
    void one_event() {
        database.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " time_stamp, payload_type, payload) values ('e', 'a', 0, 'now', 'T', '')")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set payload = 'x'",
                "delete from domain_event_entry",
                "truncate domain_event_entry"
            })
    void history_is_append_only(String change) {
        assertThatThrownBy(() -> database.sql(change).update())
                .rootCause()
                .hasMessageContaining("history is append-only");
    }

    @Test
    void two_events_never_share_a_place_in_one_stream() {
        assertThatThrownBy(this::one_event).rootCause().hasMessageContaining("duplicate key");
        assertThat(database.sql("select global_index from domain_event_entry")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }
}
