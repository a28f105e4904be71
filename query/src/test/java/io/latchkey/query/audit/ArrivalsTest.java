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
    void who_awaits_an_event_hears_of_it_from_the_writer_sooner_or_later_before_the_table_is_asked() throws Exception {
        try (var arrivals = new Arrivals(new TrailTable(new JdbcTemplate(TestPostgres.database())))) {
            arrivals.tell(List.of(fact("bob", 3)));
            assertThat(arrivals.await(new AwaitEvent("bob", 2))).isCompletedWithValue(true);
            assertThat(arrivals.await(new AwaitEvent("bob", 3))).isCompletedWithValue(true);

            var awaited = new AwaitEvent("ann", 7);
            var one = arrivals.await(awaited);
            var another = arrivals.await(awaited);
            one.cancel(false);
            arrivals.tell(List.of(fact("ann", 7)));

            assertThat(another.get(1, TimeUnit.SECONDS)).isTrue();
            assertThat(arrivals.await(new AwaitEvent("ann", 8)).get(20, TimeUnit.SECONDS))
                    .isFalse();
        }
    }

    private static Fact fact(String accountId, long sequence) {
        return new Fact("id", accountId, sequence, Instant.EPOCH, new MailboxVerified(accountId), Map.of());
    }
}
