package io.latchkey.query;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.latchkey.query.accounts.AccountModels;
import io.latchkey.query.accounts.AccountsConfiguration;
import io.latchkey.query.audit.Arrivals;
import io.latchkey.query.audit.AuditConfiguration;
import io.latchkey.query.audit.AuditTrail;
import io.latchkey.query.audit.Reconciliation;
import io.latchkey.query.contacts.ContactModels;
import io.latchkey.query.contacts.ContactsConfiguration;
import io.latchkey.query.groups.GroupModels;
import io.latchkey.query.groups.GroupsConfiguration;
import io.latchkey.query.model.Journal;
import io.latchkey.query.model.Memory;
import io.latchkey.query.model.Unsealed;
import io.latchkey.query.recoveries.RecoveriesConfiguration;
import io.latchkey.query.recoveries.RecoveryModels;
import io.latchkey.query.replay.ReplayConfiguration;
import io.latchkey.secret.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node with the role query runs. */
@Configuration(proxyBeanMethods = false)
@Import({
    AuditConfiguration.class,
    AccountsConfiguration.class,
    RecoveriesConfiguration.class,
    GroupsConfiguration.class,
    ContactsConfiguration.class,
    ReplayConfiguration.class
})
public class QueryConfiguration {

    private static final int BATCH = 500;

    @Bean
    Unsealed unsealed(Sealer sealer) {
        return new Unsealed(sealer);
    }

    @Bean
    ReadModels readModels(JdbcTemplate jdbc, Arrivals arrivals) {
        return new ReadModels(memory(AuditTrail.live(jdbc), jdbc), arrivals);
    }

    @Bean
    Function<JdbcTemplate, Memory> rebuiltMemory() {
        return jdbc -> memory(AuditTrail.rebuilt(jdbc), jdbc);
    }

    /** One segment: the places in the trail are given by one writer. A tracking processor, because it wakes at once. */
    @Bean
    ConfigurerModule readModelsProcessor() {
        return configurer -> processing(configurer.eventProcessing());
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    Reconciliation reconciliation(
            JdbcTemplate jdbc, PlatformTransactionManager manager, ObjectProvider<EventStore> history, Clock clock) {
        return new Reconciliation(
                jdbc, new TransactionTemplate(manager), history::getObject, memory(AuditTrail.live(jdbc), jdbc), clock);
    }

    /** Axon Server gives events out in the order of its own numbers, without gaps. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    RecurringTask<Void> reconcile(ObjectProvider<Reconciliation> reconciliation) {
        return Tasks.recurring("reconcile", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> reconciliation.getObject().run());
    }

    static Memory memory(Journal journal, JdbcTemplate jdbc) {
        return new Memory(
                journal,
                List.of(
                        new AccountModels(jdbc),
                        new RecoveryModels(jdbc),
                        new GroupModels(jdbc),
                        new ContactModels(jdbc)));
    }

    static void processing(EventProcessingConfigurer processing) {
        var settings = TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(BATCH)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andEventAvailabilityTimeout(500, TimeUnit.MILLISECONDS);
        processing
                .registerEventProcessor(
                        ReadModels.GROUP,
                        (name, configuration, handlers) -> SteadyProcessor.of(name, configuration, handlers, settings))
                .registerListenerInvocationErrorHandler(
                        ReadModels.GROUP, configuration -> PropagatingErrorHandler.instance());
    }
}
