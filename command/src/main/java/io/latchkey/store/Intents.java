package io.latchkey.store;

import io.latchkey.command.Decided.Recorded;
import io.latchkey.command.KeyReused;
import io.latchkey.command.Outcome;
import io.latchkey.event.Origin;
import io.latchkey.store.IntentTable.Intent;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Axon Server commits the events of a command before the database commits the outcome that {@link OnceOnly} keeps. So what a
 * command is about to answer is committed before both: a repeated one whose outcome got lost in between asks the history
 * whether it took effect.
 */
final class Intents implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final IntentTable table;
    private final Supplier<EventStore> history;
    private final JsonMapper json = JsonMapper.builder().build();

    Intents(IntentTable table, Supplier<EventStore> history) {
        this.table = table;
        this.history = history;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        var metadata = unit.getMessage().getMetaData();
        if (!(metadata.get(Origin.IDEMPOTENCY_KEY) instanceof String key)) {
            return chain.proceed();
        }
        var digest = String.valueOf(metadata.get(Origin.REQUEST_DIGEST));
        var untold = table.find(key).filter(this::tookEffect);
        if (untold.isPresent()) {
            return tell(unit, untold.get(), digest);
        }
        var outcome = chain.proceed();
        if (outcome instanceof Outcome told) {
            unit.onPrepareCommit(ending -> RecordedFacts.last(ending)
                    .ifPresent(fact -> table.write(intent(key, digest, told.withoutSecrets(), fact))));
        }
        return outcome;
    }

    private boolean tookEffect(Intent intent) {
        var stream = history.get().readEvents(intent.aggregateId(), intent.sequence());
        return stream.hasNext() && stream.next().getIdentifier().equals(intent.eventId());
    }

    private Outcome tell(UnitOfWork<?> unit, Intent untold, String digest) {
        if (!untold.requestDigest().equals(digest)) {
            return new KeyReused();
        }
        RecordedFacts.add(unit, new Recorded(untold.aggregateId(), untold.sequence()));
        return json.readValue(untold.outcome(), Outcome.class);
    }

    private Intent intent(String key, String digest, Outcome outcome, DomainEventMessage<?> last) {
        var text = json.writerFor(Outcome.class).writeValueAsString(outcome);
        return new Intent(
                key, digest, text, last.getAggregateIdentifier(), last.getSequenceNumber(), last.getIdentifier());
    }
}
