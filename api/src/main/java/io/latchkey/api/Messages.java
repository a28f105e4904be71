package io.latchkey.api;

import io.latchkey.command.Decided;
import io.latchkey.command.Outcome;
import io.latchkey.query.audit.AwaitEvent;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.store.BrokenRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
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

    /** A handler that is silent for so long may be on a node that is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Scheduler handlers;

    Messages(CommandGateway commands, QueryGateway queries, CheckedSettings checked) {
        this.commands = commands;
        this.queries = queries;
        // The other half of the connections is for projections, reactions and deadlines.
        var threads = checked.settings().database().connections() / 2;
        this.handlers = Schedulers.newBoundedElastic(threads, WAITING, "messages");
    }

    /** The outcome, given only when the read models know what was recorded with it, so that the next question sees it. */
    public Mono<Outcome> send(Object command) {
        return this.<Decided>deliver(origin -> commands.send(
                        GenericCommandMessage.asCommandMessage(command).andMetaData(origin)))
                .flatMap(decided -> seen(decided).thenReturn(decided.outcome()));
    }

    private Mono<Boolean> seen(Decided decided) {
        if (decided.recorded().isEmpty()) {
            return Mono.just(true);
        }
        var last = decided.recorded().getLast();
        return ask(new AwaitEvent(last.aggregateId(), last.sequence()), Boolean.class)
                .onErrorReturn(false)
                // The read models' only writer tells of the arrival, and must not go on with the answer.
                .publishOn(Schedulers.parallel());
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
                .subscribeOn(handlers)
                .timeout(PATIENCE)
                .onErrorMap(BrokenRule::asThrown);
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
