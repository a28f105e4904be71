package io.latchkey.store;

import io.latchkey.command.Decided;
import io.latchkey.command.Decided.Recorded;
import io.latchkey.command.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caller of a command which facts it recorded, so that it can wait until the read models know them. The list is
 * filled when the facts are appended, just before the commit, and read after it.
 */
final class RecordedFacts
        implements MessageHandlerInterceptor<CommandMessage<?>>, MessageDispatchInterceptor<EventMessage<?>> {

    private static final String KEY = RecordedFacts.class.getName();
    private static final String LAST = KEY + ".last";

    /** The last fact that goes with this command; known once they are appended, so just before the commit. */
    static Optional<DomainEventMessage<?>> last(UnitOfWork<?> unit) {
        return Optional.ofNullable(unit.root().getResource(LAST));
    }

    /** Tells the caller of a fact that was recorded for this command before. */
    static void add(UnitOfWork<?> unit, Recorded fact) {
        List<Recorded> recorded = unit.root().getResource(KEY);
        if (recorded != null) {
            recorded.add(fact);
        }
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        List<Recorded> recorded = new ArrayList<>();
        unit.resources().put(KEY, recorded);
        var result = chain.proceed();
        return result instanceof Outcome outcome ? new Decided(outcome, recorded) : result;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> {
            if (event instanceof DomainEventMessage<?> fact) {
                note(fact);
            }
            return event;
        };
    }

    private static void note(DomainEventMessage<?> fact) {
        CurrentUnitOfWork.ifStarted(unit -> {
            unit.root().resources().put(LAST, fact);
            add(unit, new Recorded(fact.getAggregateIdentifier(), fact.getSequenceNumber()));
        });
    }
}
