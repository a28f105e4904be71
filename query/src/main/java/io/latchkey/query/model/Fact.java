package io.latchkey.query.model;

import io.latchkey.event.AccountEvent;
import io.latchkey.event.AttemptsThrottled;
import io.latchkey.event.BootstrapTokenIssued;
import io.latchkey.event.GroupEvent;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.RecoveryEvent;
import io.latchkey.event.ReplayFinished;
import io.latchkey.event.ReplayStarted;
import io.latchkey.event.TrailRead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** One event as it was stored, with all that may be told from it. */
public record Fact(
        String eventId, String aggregateId, long sequence, Instant at, LatchkeyEvent event, Map<String, ?> origin) {

    /** The database keeps microseconds; cutting here makes the live time and the stored one equal. */
    public Fact {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Fact of(EventMessage<?> message) {
        var event = (LatchkeyEvent) message.getPayload();
        var id = message.getIdentifier();
        return message instanceof DomainEventMessage<?> stored
                ? new Fact(
                        id,
                        stored.getAggregateIdentifier(),
                        stored.getSequenceNumber(),
                        message.getTimestamp(),
                        event,
                        message.getMetaData())
                : new Fact(id, id, 0, message.getTimestamp(), event, message.getMetaData());
    }

    public @Nullable String origin(String key) {
        return origin.get(key) instanceof String text ? text : null;
    }

    public @Nullable String accountId() {
        return switch (event) {
            case AccountEvent of -> of.accountId();
            case RecoveryEvent of -> of.accountId();
            case GroupEvent of -> of.accountId();
            case TrailRead read -> read.accountId();
            case AttemptsThrottled throttled -> throttled.accountId();
            case ReplayStarted ignored -> null;
            case ReplayFinished ignored -> null;
            case BootstrapTokenIssued ignored -> null;
        };
    }
}
