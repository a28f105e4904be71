package io.latchkey.query;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.query.audit.Arrivals;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Memory;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Feeds the read models: collects the events of a batch and writes them at its end, in the batch's transaction. */
@ProcessingGroup(ReadModels.GROUP)
final class ReadModels {

    static final String GROUP = "read-models";

    private final Memory memory;
    private final Arrivals arrivals;

    ReadModels(Memory memory, Arrivals arrivals) {
        this.memory = memory;
        this.arrivals = arrivals;
    }

    @EventHandler
    void project(LatchkeyEvent event, EventMessage<?> message, UnitOfWork<?> unit) {
        List<Fact> batch = unit.getOrComputeResource(GROUP, key -> {
            var facts = new ArrayList<Fact>();
            unit.onPrepareCommit(ending -> memory.project(facts));
            unit.afterCommit(ended -> arrivals.tell(facts));
            return facts;
        });
        batch.add(Fact.of(message));
    }

    @ResetHandler
    void forget() {
        memory.forget();
    }
}
