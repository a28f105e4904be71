package io.latchkey.command.account;

import io.latchkey.EventClock;
import io.latchkey.MovableClock;
import io.latchkey.command.*;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.KeysInMemory;
import io.latchkey.secret.Sealer;
import io.latchkey.settings.PolicyFile;
import io.latchkey.store.UnknownAggregates;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** The write side whole: real aggregates, real sealing, keys and events kept in memory, a clock that waits. */
final class World {

    private static final String KEY = "IAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static final KeyRing KEYS = KeyRing.of(KEY, "AQ" + KEY.substring(2), "Ag" + KEY.substring(2), """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""");

    static final Duration WAITING = Duration.ofHours(72);

    final MovableClock clock;
    final Sealer sealer;
    final Hashing hashing;
    final Map<String, AccountId> addresses;
    final Set<String> bootstrapTokens = new HashSet<>();
    final List<Factor> throttled = new ArrayList<>();
    final SecureRandom random;
    private final Configuration axon;
    private final InMemoryEventStorageEngine engine;
    private long seen;

    World() {
        this(false);
    }

    World(boolean rotateRecoveryCode) {
        this(rotateRecoveryCode, new SecureRandom());
    }

    World(boolean rotateRecoveryCode, SecureRandom random) {
        this(rotateRecoveryCode, random, NoCache.INSTANCE);
    }

    /** With a cache aggregates live on from wish to wish; without one they are rebuilt for each. */
    World(boolean rotateRecoveryCode, SecureRandom random, Cache cache) {
        this.random = random;
        clock = new MovableClock();
        sealer = KeysInMemory.sealer(KEYS);
        addresses = new HashMap<>();
        engine = new InMemoryEventStorageEngine();
        hashing = new Hashing(KEYS);
        axon = started(rotateRecoveryCode, WAITING, cache);
    }

    /** The same, started anew by an operator who chose another waiting period. */
    World(World before, Duration waiting) {
        random = before.random;
        clock = before.clock;
        sealer = before.sealer;
        addresses = before.addresses;
        engine = before.engine;
        hashing = before.hashing;
        axon = started(false, waiting, NoCache.INSTANCE);
    }

    private Configuration started(boolean rotateRecoveryCode, Duration waiting, Cache cache) {
        GenericEventMessage.clock = EventClock.OF_THE_THREAD;
        var means = new Means(
                clock,
                random,
                this::newId,
                sealer,
                hashing,
                new InMemoryIdentifiers(),
                bootstrapTokens::remove,
                this::noteThrottled,
                new Policy("Latchkey", rotateRecoveryCode, PolicyFile.read(), waiting));
        var started = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> org.axonframework.serialization.jackson3.Jackson3Serializer.builder()
                        .build())
                .configureEmbeddedEventStore(c -> engine)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Account.class)
                        .configureFilterEventsByType(c -> true)
                        .configureCache(c -> cache))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(RECOVERY)
                        .configureFilterEventsByType(c -> true)
                        .configureCache(c -> cache))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(GROUP)
                        .configureFilterEventsByType(c -> true)
                        .configureCache(c -> cache))
                .registerComponent(Means.class, c -> means)
                .registerComponent(Accounts.class, c -> new Accounts(() -> c.repository(Account.class)))
                .start();
        started.commandBus().registerHandlerInterceptor(new UnknownAggregates());
        return started;
    }

    /** Shows the aggregate as the repository holds it between two wishes. */
    <T, R> R live(Class<T> type, String id, Function<T, R> look) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(id));
        return unit.executeWithResult(() -> axon.repository(type).load(id).invoke(look))
                .getPayload();
    }

    Outcome send(Object wish) {
        EventClock.set(clock);
        return axon.commandGateway()
                .<Outcome>send(wish)
                .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    <R> R send(Object wish, Class<R> expected) {
        return expected.cast(Objects.requireNonNull(send(wish)));
    }

    /** The events since the last call. */
    List<LatchkeyEvent> news() {
        return messages().stream()
                .map(message -> (LatchkeyEvent) message.getPayload())
                .toList();
    }

    /** The same with the time and place of each. */
    List<DomainEventMessage<?>> messages() {
        var token = seen == 0 ? null : new GlobalSequenceTrackingToken(seen - 1);
        var fresh = engine.readEvents(token, false)
                .<DomainEventMessage<?>>map(message -> (DomainEventMessage<?>) message)
                .toList();
        seen += fresh.size();
        return List.copyOf(fresh);
    }

    <E> E last(Class<E> type) {
        return all().filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    Stream<LatchkeyEvent> all() {
        return engine.readEvents(null, false).map(event -> (LatchkeyEvent) event.getPayload());
    }

    /** Like every secret here from the one source of chance, so that a seed repeats a run. */
    String newId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private void noteThrottled(AccountId accountId, Factor factor, Instant at) {
        throttled.add(factor);
    }

    static final Class<?> RECOVERY = hidden("io.latchkey.command.recovery.Recovery");
    static final Class<?> GROUP = hidden("io.latchkey.command.group.Group");

    private static Class<?> hidden(String name) {
        try {
            return Class.forName(name);
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
