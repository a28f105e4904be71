package io.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.BackupCodesIssued;
import io.latchkey.command.Decided;
import io.latchkey.command.Decided.Recorded;
import io.latchkey.event.Origin;
import io.latchkey.query.audit.AwaitEvent;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class MessagesTest {
    private record Wish(String word) {}

    private record Question(String word) {}

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Messages messages = new Messages(
            DefaultCommandGateway.builder().commandBus(commands).build(),
            DefaultQueryGateway.builder().queryBus(queries).build(),
            new CheckedSettings(new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("latchkey", LatchkeyProperties.class)));

    @BeforeEach
    void handlers() {
        commands.registerHandlerInterceptor(new EventLoopGuard());
        queries.registerHandlerInterceptor(new EventLoopGuard());
        commands.subscribe(
                Wish.class.getName(),
                command -> decided(Thread.currentThread().getName() + " "
                        + command.getMetaData().get(Origin.ACTOR)));
        queries.<String>subscribe(
                Question.class.getName(),
                String.class,
                query -> Thread.currentThread().getName());
    }

    @AfterEach
    void stop() {
        messages.destroy();
    }

    @Test
    void a_handler_reached_on_the_event_loop_refuses_to_run() {
        var gateway = DefaultCommandGateway.builder().commandBus(commands).build();
        var wrong = Mono.fromFuture(() -> gateway.<Decided>send(new Wish("x"))).subscribeOn(Schedulers.parallel());
        StepVerifier.create(wrong)
                .expectErrorSatisfies(failure ->
                        assertThat(failure).hasStackTraceContaining("Wish reached a handler on the event loop"))
                .verify();
    }

    @Test
    void nothing_is_sent_before_somebody_waits_for_the_answer() {
        var sent = new AtomicInteger();
        commands.registerDispatchInterceptor(many -> (index, message) -> {
            sent.incrementAndGet();
            return message;
        });
        var unheard = messages.send(new Wish("x"));
        assertThat(sent).hasValue(0);
        StepVerifier.create(unheard).expectNextCount(1).verifyComplete();
        assertThat(sent).hasValue(1);
    }

    @Test
    void a_wish_carries_the_origin_of_its_request_and_leaves_the_event_loop() {
        var answer = messages.send(new Wish("x"))
                .contextWrite(Context.of(Messages.ORIGIN, Map.of(Origin.ACTOR, "ann")))
                .subscribeOn(Schedulers.parallel());
        StepVerifier.create(answer)
                .assertNext(outcome ->
                        assertThat(outcome).asString().contains("=messages-").contains(" ann]"))
                .verifyComplete();
    }

    @Test
    void an_answer_waits_until_the_read_models_show_the_change() {
        var arrived = new CompletableFuture<Boolean>();
        commands.subscribe(Wish.class.getName(), command -> decided("done", new Recorded("ann", 7)));
        queries.<Boolean>subscribe(AwaitEvent.class.getName(), Boolean.class, query -> {
            assertThat(query.getPayload()).isEqualTo(new AwaitEvent("ann", 7));
            return arrived;
        });
        StepVerifier.create(messages.send(new Wish("x")))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(300))
                .then(() -> arrived.complete(true))
                .expectNext(new BackupCodesIssued("done"))
                .verifyComplete();
    }

    @Test
    void an_answer_does_not_fail_because_no_read_model_is_there() {
        commands.subscribe(Wish.class.getName(), command -> decided("done", new Recorded("ann", 7)));
        StepVerifier.create(messages.send(new Wish("x"))).expectNextCount(1).verifyComplete();
    }

    @Test
    void a_question_leaves_the_event_loop() {
        var answer = messages.ask(new Question("x"), String.class).subscribeOn(Schedulers.parallel());
        StepVerifier.create(answer)
                .assertNext(thread -> assertThat(thread).startsWith("messages-"))
                .verifyComplete();
    }

    @Test
    void a_failure_arrives_as_it_was_thrown() {
        commands.subscribe(Wish.class.getName(), (CommandMessage<?> command) -> {
            throw new IllegalArgumentException("no");
        });
        StepVerifier.create(messages.send(new Wish("x")))
                .expectErrorSatisfies(failure -> assertThat(failure).hasStackTraceContaining("no"))
                .verify();
    }

    private static Decided decided(String word, Recorded... recorded) {
        return new Decided(new BackupCodesIssued(word), List.of(recorded));
    }
}
