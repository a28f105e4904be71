package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.store.AccountIndex;
import io.latchkey.store.AccountIndex.Found;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts mail on a node that has the role api. */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {

    /** However slow a server talks, a mail is not waited for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    ConfigurerModule mailProcessor() {
        return new CourierProcessor();
    }

    @Bean
    Addressees addressees(JdbcClient jdbc, Sealer sealer) {
        return new Addressees(jdbc, sealer);
    }

    @Bean
    WrongFactors wrongFactors(JdbcClient jdbc) {
        return new WrongFactors(jdbc);
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc) {
        return new OutboxTable(jdbc);
    }

    @Bean
    Outbox outbox(OutboxTable table, SchedulerClient scheduler, Sealer sealer, Hashing hashing, Clock clock) {
        return new Outbox(table, scheduler, sealer, hashing, clock);
    }

    @Bean
    Writer writer(Addressees addressees, AccountIndex index, Sealer sealer, Hashing hashing, CheckedSettings checked) {
        var settings = checked.settings();
        return new Writer(
                addressees,
                address -> Optional.of(index.find(address)).filter(Found::known).map(Found::accountId),
                sealer,
                new Visitor(sealer),
                new Letters(settings.mail().contact()),
                new Links(settings.baseUrl(), hashing));
    }

    @Bean
    Courier courier(Addressees addressees, WrongFactors wrongFactors, Writer writer, Outbox outbox) {
        return new Courier(addressees, wrongFactors, writer, outbox);
    }

    @Bean
    Carrier carrier(CheckedSettings checked, ObjectProvider<SslBundles> bundles) {
        var mail = checked.settings().mail();
        return switch (mail.transport()) {
            case FILES -> new FilesCarrier(checked.settings().mailDirectory(), mail.from());
            case SMTP -> {
                var trust = mail.smtp().sslBundle();
                yield new SmtpCarrier(
                        mail.smtp(),
                        mail.from(),
                        trust.isEmpty()
                                ? null
                                : bundles.getObject()
                                        .getBundle(trust)
                                        .createSslContext()
                                        .getSocketFactory());
            }
        };
    }

    @Bean
    Carriage carriage(Carrier carrier) {
        return new Carriage(carrier, PATIENCE);
    }

    @Bean
    MailFigures mailFigures(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        return new MailFigures(meters, jdbc, clock);
    }

    @Bean
    Sender sender(
            OutboxTable table,
            Sealer sealer,
            Carriage carriage,
            SecureRandom random,
            MailFigures figures,
            Clock clock) {
        return new Sender(table, sealer, carriage, new Backoff(random), figures, clock);
    }

    @Bean
    DeadLetters deadLetters(
            OutboxTable table,
            SchedulerClient scheduler,
            Sealer sealer,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new DeadLetters(table, scheduler, sealer, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Task<Void> sendMail(ObjectProvider<Sender> sender) {
        return Sending.task(sender::getObject);
    }

    @Bean
    RecurringTask<Void> forgetOldMail(ObjectProvider<JdbcClient> jdbc, Clock clock) {
        return Retention.task(jdbc::getObject, clock);
    }
}
