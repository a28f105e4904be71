package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.latchkey.command.Means;
import io.latchkey.command.Policy;
import io.latchkey.command.account.AccountConfiguration;
import io.latchkey.command.group.GroupConfiguration;
import io.latchkey.command.recovery.RecoveryConfiguration;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import io.latchkey.value.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The role that decides: the aggregates and what they need. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccountConfiguration.class,
    RecoveryConfiguration.class,
    GroupConfiguration.class,
    AxonServerConfiguration.class
})
public class CommandConfiguration {

    @Bean
    ThrottledAttempts throttledAttempts(JdbcClient jdbc, PlatformTransactionManager manager, EventGateway events) {
        return new ThrottledAttempts(jdbc, new TransactionTemplate(manager), events);
    }

    @Bean
    Means means(
            Clock clock,
            SecureRandom random,
            Ids ids,
            Sealer sealer,
            Hashing hashing,
            AccountIndex accountIndex,
            FirstAdmin firstAdmin,
            ThrottledAttempts throttledAttempts,
            Policy policy) {
        return new Means(clock, random, ids, sealer, hashing, accountIndex, firstAdmin, throttledAttempts, policy);
    }

    @Bean
    @Order(0)
    RecordedFacts recordedFacts() {
        return new RecordedFacts();
    }

    @Bean
    SmartInitializingSingleton factsAreNoted(EventBus events, RecordedFacts recordedFacts) {
        return () -> events.registerDispatchInterceptor(recordedFacts);
    }

    /** The framework registers interceptors itself, in this order: the outer one claims the key. */
    @Bean
    @Order(1)
    OnceOnly onceOnly(JdbcClient jdbc, Clock clock) {
        return new OnceOnly(jdbc, clock);
    }

    /** The inner one turns an unknown id into a refusal. */
    @Bean
    @Order(3)
    MessageHandlerInterceptor<CommandMessage<?>> unknownAggregates() {
        return new UnknownAggregates();
    }

    @Bean
    TrailRecorder trailRecorder(EventGateway events) {
        return new TrailRecorder(events);
    }

    @Bean
    Erasures erasures(Sealer sealer, AccountIndex accountIndex) {
        return new Erasures(sealer, accountIndex);
    }

    @Bean
    Deadlines deadlines(SchedulerClient scheduler) {
        return new Deadlines(scheduler);
    }

    @Bean
    OneTimeTask<Void> expireRecovery(ObjectProvider<CommandGateway> commands) {
        return Deadlines.expireRecovery(commands::getObject);
    }

    @Bean
    ResetDeadlines resetDeadlines(SchedulerClient scheduler) {
        return new ResetDeadlines(scheduler);
    }

    @Bean
    Task<Void> advanceReset(ObjectProvider<CommandGateway> commands) {
        return ResetDeadlines.advanceReset(commands::getObject);
    }

    @Bean
    AssistanceDeadlines assistanceDeadlines(SchedulerClient scheduler) {
        return new AssistanceDeadlines(scheduler);
    }

    @Bean
    Task<Void> advanceAssistance(ObjectProvider<CommandGateway> commands) {
        return AssistanceDeadlines.advanceAssistance(commands::getObject);
    }

    @Bean
    ContactDeadlines contactDeadlines(SchedulerClient scheduler) {
        return new ContactDeadlines(scheduler);
    }

    @Bean
    Task<Void> remindOfContacts(ObjectProvider<CommandGateway> commands) {
        return ContactDeadlines.remindOfContacts(commands::getObject);
    }

    @Bean
    RecurringTask<Void> publishThrottledAttempts(ObjectProvider<ThrottledAttempts> attempts, Clock clock) {
        return Tasks.recurring("publish-throttled-attempts", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((instance, context) -> attempts.getObject().publish(clock.instant()));
    }

    @Bean
    RecurringTask<Void> forgetOldOutcomes(ObjectProvider<OnceOnly> onceOnly) {
        return Tasks.recurring("forget-old-outcomes", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> onceOnly.getObject().forgetOld());
    }
}
