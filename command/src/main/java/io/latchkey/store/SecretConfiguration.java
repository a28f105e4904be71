package io.latchkey.store;

import com.fasterxml.uuid.Generators;
import io.latchkey.secret.Argon2Bulkhead;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.value.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys, chance, ids and the indexes that every node needs, whatever its roles. */
@Configuration(proxyBeanMethods = false)
public class SecretConfiguration {

    @Bean
    KeyRing keyRing(Environment environment) {
        return KeyRing.from(environment::getProperty);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Ids ids() {
        var generator = Generators.timeBasedEpochGenerator();
        return () -> generator.generate().toString();
    }

    @Bean
    Hashing hashing(KeyRing keys) {
        return new Hashing(keys);
    }

    @Bean
    Sealer sealer(JdbcClient jdbc, PlatformTransactionManager manager, KeyRing keys, Clock clock) {
        return new Sealer(jdbc, apart(manager), keys, clock);
    }

    /** Commits whatever becomes of the transaction around it. */
    static TransactionTemplate apart(PlatformTransactionManager manager) {
        var apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }

    @Bean
    Argon2Bulkhead argon2Bulkhead() {
        return new Argon2Bulkhead();
    }

    @Bean
    AccountIndex accountIndex(JdbcClient jdbc, Hashing hashing, Clock clock) {
        return new AccountIndex(jdbc, hashing, clock);
    }

    @Bean
    FirstAdmin firstAdmin(JdbcClient jdbc, Hashing hashing, SecureRandom random, Clock clock) {
        return new FirstAdmin(jdbc, hashing, random, clock);
    }

    /** After a change of the key-encryption key the data keys follow; no event is touched. */
    @Bean
    ApplicationRunner rewrapDataKeys(Sealer sealer) {
        return arguments -> sealer.rewrap();
    }
}
