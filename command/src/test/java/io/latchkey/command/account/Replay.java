package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountEvent;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.RecoveryEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds what lives on in memory from its events as they are stored, and compares the two to the last field. */
final class Replay {

    private record Stored(LatchkeyEvent event, Instant at) {}

    /** Aggregates are never rebuilt by the framework, so that what they lived through can be compared. */
    static final class LivingOn extends WeakReferenceCache {
        private final Map<Object, Object> held = new HashMap<>();

        @Override
        public void put(Object key, Object value) {
            held.put(key, value);
            super.put(key, value);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();
    private final World world;
    private final Map<String, List<Stored>> stored = new HashMap<>();

    Replay(World world) {
        this.world = world;
    }

    AccountState account(String id) {
        var state = new AccountState();
        var events = events(id);
        events.forEach(one -> state.evolve((AccountEvent) one.event, one.at));
        if (!events.isEmpty()) {
            var live = world.live(Account.class, id, account -> shown(field(account, "state")));
            assertThat(shown(state)).as("the state rebuilt").isEqualTo(live);
        }
        return state;
    }

    void recovery(String id) {
        try {
            var start = World.RECOVERY.getDeclaredConstructor();
            start.setAccessible(true);
            var evolve = World.RECOVERY.getDeclaredMethod("evolve", RecoveryEvent.class, Instant.class);
            evolve.setAccessible(true);
            var recovery = start.newInstance();
            for (var one : events(id)) {
                evolve.invoke(recovery, one.event, one.at);
            }
            assertThat(shown(recovery))
                    .as("the recovery rebuilt")
                    .isEqualTo(world.live(World.RECOVERY, id, Replay::shown));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Written and read once each; what is read must equal what was written. */
    void add(DomainEventMessage<?> message) {
        var event = (LatchkeyEvent) message.getPayload();
        var read = JSON.readValue(JSON.writeValueAsString(event), event.getClass());
        assertThat(read).as("the event read back").isEqualTo(event);
        stored.computeIfAbsent(message.getAggregateIdentifier(), key -> new ArrayList<>())
                .add(new Stored(read, message.getTimestamp()));
    }

    private List<Stored> events(String id) {
        return stored.getOrDefault(id, List.of());
    }

    static String shown(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(one -> one.getKey() + "=" + shown(one.getValue()))
                        .toList()
                        .toString();
            case Collection<?> all -> all.stream().map(Replay::shown).toList().toString();
            case Object own
            when own.getClass().getName().startsWith("io.latchkey")
                    && !own.getClass().isEnum() ->
                FIELDS.computeIfAbsent(own.getClass(), Replay::fields).stream()
                        .map(field -> field.getName() + "=" + shown(read(field, own)))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    private static Object field(Object owner, String name) {
        return FIELDS.computeIfAbsent(owner.getClass(), Replay::fields).stream()
                .filter(field -> field.getName().equals(name))
                .map(field -> read(field, owner))
                .findFirst()
                .orElseThrow();
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .peek(field -> field.setAccessible(true))
                .toList();
    }

    private static Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
