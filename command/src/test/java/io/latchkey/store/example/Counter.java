package io.latchkey.store.example;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.Outcome;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
public class Counter {
    private static final AtomicReference<Runnable> RIVAL = new AtomicReference<>(() -> {});

    @AggregateIdentifier
    private String id;

    private int count;

    Counter() {}

    public static void beforeNextCommit(Runnable rival) {
        RIVAL.set(rival);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    int decide(CountUp command) {
        var rival = RIVAL.getAndSet(() -> {});
        var other = new Thread(rival);
        other.start();
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        apply(new Counted(command.id()));
        return count;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(CountOnce command) {
        apply(new Counted(command.id()));
        return new Done();
    }

    @EventSourcingHandler
    void evolve(Counted event) {
        id = event.id();
        count++;
    }
}
