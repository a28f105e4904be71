package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.MailboxVerified;
import io.latchkey.query.model.Fact;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ArrivalsTest {

    @Test
    void who_awaits_an_event_hears_of_it_from_the_writer_before_the_table_is_asked() throws Exception {
        try (var arrivals = new Arrivals(new TrailTable(new JdbcTemplate(TestPostgres.database())))) {
            var awaited = new AwaitEvent("ann", 7);
            var one = arrivals.await(awaited);
            var another = arrivals.await(awaited);
            one.cancel(false);
            arrivals.tell(List.of(new Fact("id", "ann", 7, Instant.EPOCH, new MailboxVerified("ann"), Map.of())));

            assertThat(another.get(1, TimeUnit.SECONDS)).isTrue();
            assertThat(arrivals.await(new AwaitEvent("ann", 8)).get(20, TimeUnit.SECONDS))
                    .isFalse();
        }
    }
}
