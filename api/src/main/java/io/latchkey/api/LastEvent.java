package io.latchkey.api;

import io.latchkey.command.AccountCommand;
import io.latchkey.command.RecoveryCommand;
import io.latchkey.query.audit.AwaitEvent;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Finds what the read models must hold before they show the effect of a command. */
final class LastEvent {
    private final EventStore events;

    LastEvent(EventStore events) {
        this.events = events;
    }

    Optional<AwaitEvent> of(Object command) {
        return streamOf(command)
                .flatMap(stream ->
                        events.lastSequenceNumberFor(stream).map(sequence -> new AwaitEvent(stream, sequence)));
    }

    private static Optional<String> streamOf(Object command) {
        return switch (command) {
            case AccountCommand wish -> Optional.of(wish.accountId().value());
            case RecoveryCommand wish -> Optional.of(wish.recoveryId().value());
            default -> Optional.empty();
        };
    }
}
