package io.latchkey.query.audit;

import io.latchkey.event.LatchkeyEvent;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What of an event may be shown beside its columns. A field that is not named here is not copied. */
final class Details {

    /** The names in an event, and what they are called in a record. */
    static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("algorithm", "algorithm"),
            Map.entry("approvals", "approvals"),
            Map.entry("approvedBy", "approvedBy"),
            Map.entry("assurance", "assurance"),
            Map.entry("authenticatorId", "authenticatorId"),
            Map.entry("authenticators", "authenticators"),
            Map.entry("begunBy", "begunBy"),
            Map.entry("change", "change"),
            Map.entry("codeId", "codeId"),
            Map.entry("completedBy", "completedBy"),
            Map.entry("completesAt", "completesAt"),
            Map.entry("contactAccountId", "contactAccountId"),
            Map.entry("contactId", "contactId"),
            Map.entry("contacts", "contacts"),
            Map.entry("count", "count"),
            Map.entry("deviceId", "deviceId"),
            Map.entry("devices", "devices"),
            Map.entry("digits", "digits"),
            Map.entry("events", "events"),
            Map.entry("expiresAt", "expiresAt"),
            Map.entry("factors", "factors"),
            Map.entry("format", "format"),
            Map.entry("from", "from"),
            Map.entry("grantedBy", "grantedBy"),
            Map.entry("groupId", "groupId"),
            Map.entry("holderId", "holderId"),
            Map.entry("invitationId", "invitationId"),
            Map.entry("invitedBy", "invitedBy"),
            Map.entry("kind", "kind"),
            Map.entry("known", "known"),
            Map.entry("knownClient", "knownClient"),
            Map.entry("noticeId", "noticeId"),
            Map.entry("noticedAt", "noticedAt"),
            Map.entry("periodSeconds", "periodSeconds"),
            Map.entry("question", "question"),
            Map.entry("records", "records"),
            Map.entry("remaining", "codesLeft"),
            Map.entry("replayId", "replayId"),
            Map.entry("requestedBy", "requestedBy"),
            Map.entry("revokedBy", "revokedBy"),
            Map.entry("role", "role"),
            Map.entry("setId", "setId"),
            Map.entry("signInId", "signInId"),
            Map.entry("staffId", "staffId"),
            Map.entry("startedBy", "startedBy"),
            Map.entry("to", "to"),
            Map.entry("waitingSeconds", "waitingSeconds"));

    /** Looked up once: each look-up makes new ones, and each of those a new way to its value. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Component(String name, Method accessor) {
        static Component of(RecordComponent component) {
            return new Component(component.getName(), component.getAccessor());
        }
    }

    private Details() {}

    static String json(LatchkeyEvent event) {
        var shown = new TreeMap<String, Object>();
        for (var component : COMPONENTS.get(event.getClass())) {
            var name = SHOWN.get(component.name());
            var value = name == null ? null : value(component, event);
            if (name != null && value != null) {
                shown.put(name, plain(value));
            }
        }
        return JSON.writeValueAsString(shown);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String json) {
        return JSON.readValue(json, Map.class);
    }

    /** An enum field such as the reason or the factor of an event, by name. */
    static @Nullable String word(LatchkeyEvent event, String name) {
        return component(event, name)
                .map(component -> value(component, event))
                .filter(Enum.class::isInstance)
                .map(value -> ((Enum<?>) value).name())
                .orElse(null);
    }

    static @Nullable String text(LatchkeyEvent event, String name) {
        return component(event, name)
                .map(component -> value(component, event))
                .filter(String.class::isInstance)
                .map(Object::toString)
                .orElse(null);
    }

    private static Optional<Component> component(LatchkeyEvent event, String name) {
        for (var component : COMPONENTS.get(event.getClass())) {
            if (component.name().equals(name)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object value(Component component, LatchkeyEvent event) {
        try {
            return component.accessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("an event could not be read", impossible);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> word -> word.name();
            case Instant at -> at.toString();
            case Collection<?> many -> many.stream().map(Details::plain).toList();
            case Object other -> other;
        };
    }
}
