package io.latchkey.store;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What a node that decides needs where an Axon Server keeps the events, which commits them before the database commits. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("axon.axonserver.enabled")
class AxonServerConfiguration {
    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    IntentTable intentTable(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock) {
        return new IntentTable(jdbc, SecretConfiguration.apart(manager), clock);
    }

    /** Between the claim of the key and the decision. */
    @Bean
    @Order(2)
    Intents intents(IntentTable table, ObjectProvider<EventStore> history) {
        return new Intents(table, history::getObject);
    }

    @Bean
    RecurringTask<Void> forgetOldIntents(ObjectProvider<IntentTable> table, Clock clock) {
        return Tasks.recurring("forget-old-intents", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) ->
                        table.getObject().forget(clock.instant().minus(KEPT)));
    }

    @Bean
    Amends amends(
            ObjectProvider<EventStore> history,
            Sealer sealer,
            Hashing hashing,
            AccountIndex accountIndex,
            FirstAdmin firstAdmin) {
        return new Amends(history::getObject, sealer, hashing, accountIndex, firstAdmin);
    }
}
