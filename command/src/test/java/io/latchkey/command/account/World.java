package io.latchkey.command.account;

import io.latchkey.MovableClock;
import io.latchkey.command.*;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The write side whole: real aggregates, real sealing in a real database, events kept in memory, a clock that waits. */
final class World {

    private static final String KEY = "IAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final DataSource DATABASE = TestPostgres.database();

    final MovableClock clock = new MovableClock();
    final Sealer sealer;
    final Hashing hashing;
    final Map<String, AccountId> addresses = new HashMap<>();
    final Set<String> bootstrapTokens = new HashSet<>();
    final List<Factor> throttled = new ArrayList<>();
    final SecureRandom random = new SecureRandom();
    private final Configuration axon;
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private long seen;

    World() {
        this(false);
    }

    World(boolean rotateRecoveryCode) {
        var keys = KeyRing.of(KEY, "AQ" + KEY.substring(2), "Ag" + KEY.substring(2), """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""");
        sealer = new Sealer(JdbcClient.create(DATABASE), TransactionOperations.withoutTransaction(), keys, clock);
        hashing = new Hashing(keys);
        GenericEventMessage.clock = clock;
        var means = new Means(
                clock,
                random,
                () -> UUID.randomUUID().toString(),
                sealer,
                hashing,
                new InMemoryIdentifiers(),
                bootstrapTokens::remove,
                this::noteThrottled,
                new Policy("Latchkey", rotateRecoveryCode));
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> org.axonframework.serialization.jackson3.Jackson3Serializer.builder()
                        .build())
                .configureEmbeddedEventStore(c -> engine)
                .configureAggregate(Account.class)
                .configureAggregate(recovery())
                .registerComponent(Means.class, c -> means)
                .registerComponent(Accounts.class, c -> new Accounts(c.repository(Account.class)))
                .start();
    }

    Outcome send(Object wish) {
        return axon.commandGateway()
                .<Outcome>send(wish)
                .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    <R> R send(Object wish, Class<R> expected) {
        return expected.cast(send(wish));
    }

    /** The events since the last call. */
    List<LatchkeyEvent> news() {
        var fresh = all().skip(seen).toList();
        seen += fresh.size();
        return fresh;
    }

    <E> E last(Class<E> type) {
        return all().filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    java.util.stream.Stream<LatchkeyEvent> all() {
        return engine.readEvents(null, false).map(event -> (LatchkeyEvent) event.getPayload());
    }

    private void noteThrottled(AccountId accountId, Factor factor, Instant at) {
        throttled.add(factor);
    }

    private static Class<?> recovery() {
        try {
            return Class.forName("io.latchkey.command.recovery.Recovery");
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private final class InMemoryIdentifiers implements Identifiers {
        @Override
        public boolean claim(String lookup, AccountId accountId) {
            addresses.putIfAbsent(lookup, accountId);
            return addresses.get(lookup).equals(accountId);
        }

        @Override
        public void release(AccountId accountId) {
            addresses.values().removeIf(accountId::equals);
        }
    }

    static MetaData none() {
        return MetaData.emptyInstance();
    }
}
