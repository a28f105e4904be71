package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchkey.command.Done;
import io.latchkey.command.KeyReused;
import io.latchkey.event.Origin;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes and one key: whatever commands do, what they share is the table of outcomes. */
@Timeout(60)
class OnceOnlyTest {

    private final PGSimpleDataSource database = TestPostgres.database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final OnceOnly onceOnly = new OnceOnly(jdbc, Clock.systemUTC());
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void the_second_of_two_at_once_waits_for_the_first_and_has_no_effect() throws Exception {
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first = begin(() -> {
            inside.countDown();
            end.await();
            return effect();
        });
        inside.await();
        var second = begin(this::effect);
        while (!second.isDone() && waiting() == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(effects).as("effects before the first has ended").hasValue(0);
        end.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(new Done());
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new Done());
        assertThat(effects).hasValue(1);
    }

    @Test
    void another_request_under_a_key_that_was_used_has_no_effect() {
        send("one", this::effect);

        assertThat(send("another", this::effect)).isEqualTo(new KeyReused());
        assertThat(effects).hasValue(1);
    }

    @Test
    void a_key_whose_command_failed_is_free() {
        assertThatIllegalStateException()
                .isThrownBy(() -> send("one", () -> {
                    throw new IllegalStateException("failed");
                }));

        assertThat(send("one", this::effect)).isEqualTo(new Done());
    }

    private Done effect() {
        effects.incrementAndGet();
        return new Done();
    }

    private CompletableFuture<Object> begin(InterceptorChain chain) {
        return CompletableFuture.supplyAsync(() -> send("one", chain), Thread::startVirtualThread);
    }

    private Object send(String digest, InterceptorChain chain) {
        CommandMessage<?> command = GenericCommandMessage.asCommandMessage("a wish")
                .withMetaData(Map.of(Origin.IDEMPOTENCY_KEY, "key", Origin.REQUEST_DIGEST, digest));
        return transaction.execute(status -> {
            try {
                return onceOnly.handle(new DefaultUnitOfWork<>(command), chain);
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception checked) {
                throw new IllegalStateException(checked);
            }
        });
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }
}
