package io.latchkey.api;

import io.latchkey.settings.CheckedSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/** The way from HTTP to the handlers. Handlers may block, so they never run on the event loop. */
public final class Messages implements DisposableBean {
    /** Where in the Reactor context the origin of a request lies: a map of {@code Origin} keys. */
    public static final String ORIGIN = Messages.class.getName() + ".origin";

    private static final int WAITING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final LastEvent lastEvent;
    private final Scheduler handlers;

    Messages(CommandGateway commands, QueryGateway queries, EventStore events, CheckedSettings checked) {
        this.commands = commands;
        this.queries = queries;
        this.lastEvent = new LastEvent(events);
        // The other half of the connections is for projections, reactions and deadlines.
        var threads = checked.settings().database().connections() / 2;
        this.handlers = Schedulers.newBoundedElastic(threads, WAITING, "messages");
    }

    /** The answer comes once the read models hold what the command changed. */
    public <R> Mono<R> send(Object command) {
        Mono<R> outcome = deliver(origin ->
                commands.<R>send(GenericCommandMessage.asCommandMessage(command).andMetaData(origin)));
        return outcome.delayUntil(changed -> arrival(command));
    }

    /** A read model that is late, or on a node that is away, holds nothing up for long. */
    private Mono<Boolean> arrival(Object command) {
        return offLoop(() -> lastEvent.of(command))
                .flatMap(Mono::justOrEmpty)
                .flatMap(last -> ask(last, Boolean.class))
                .timeout(PATIENCE)
                .onErrorComplete();
    }

    public <R> Mono<R> ask(Object query, Class<R> answer) {
        return deliver(origin ->
                queries.query(query.getClass().getName(), message(query, origin), ResponseTypes.instanceOf(answer)));
    }

    public <R> Mono<List<R>> askMany(Object query, Class<R> answers) {
        return deliver(origin -> queries.query(
                query.getClass().getName(), message(query, origin), ResponseTypes.multipleInstancesOf(answers)));
    }

    /** Other work that may block, such as hashing or a look-up of keys. */
    public <R> Mono<R> offLoop(Supplier<R> work) {
        return Mono.fromSupplier(work).subscribeOn(handlers);
    }

    private <R> Mono<R> deliver(Function<MetaData, CompletableFuture<R>> sending) {
        return Mono.deferContextual(context -> Mono.fromFuture(() -> sending.apply(originIn(context))))
                .subscribeOn(handlers);
    }

    private static MetaData originIn(ContextView context) {
        Map<String, ?> origin = context.getOrDefault(ORIGIN, Map.of());
        return MetaData.from(origin);
    }

    private static GenericMessage<Object> message(Object query, MetaData origin) {
        return new GenericMessage<>(query, origin);
    }

    @Override
    public void destroy() {
        handlers.dispose();
    }
}
