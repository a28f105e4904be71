package io.latchkey.api.stage;

import io.latchkey.command.Decided;
import io.latchkey.command.Done;
import io.latchkey.command.Outcome;
import io.latchkey.query.accounts.FindSessionState;
import io.latchkey.query.accounts.SessionState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;

/** What the handlers behind the gateways answer, and what they were asked. */
public final class Script {

    public final List<Message<?>> sent = new CopyOnWriteArrayList<>();
    /** Sessions that are not live. */
    public final Map<String, SessionState> sessions = new ConcurrentHashMap<>();

    private final Map<Class<?>, Function<Object, Object>> answers = new ConcurrentHashMap<>();
    private volatile Function<Object, Outcome> outcome = wish -> new Done();

    public void reset() {
        sent.clear();
        sessions.clear();
        answers.clear();
        outcome = wish -> new Done();
    }

    public void deciding(Outcome decided) {
        outcome = wish -> decided;
    }

    public void deciding(Function<Object, Outcome> decision) {
        outcome = decision;
    }

    public <Q> void answering(Class<Q> question, Function<Q, Object> answer) {
        answers.put(question, asked -> answer.apply(question.cast(asked)));
    }

    /** The last command that was sent. */
    public <C> C lastSent(Class<C> type) {
        return type.cast(sent.getLast().getPayload());
    }

    CompletableFuture<Object> decide(Message<?> command) {
        sent.add(command);
        return future(() -> new Decided(outcome.apply(command.getPayload()), List.of()));
    }

    CompletableFuture<Object> answer(Object asked) {
        var question = asked instanceof Message<?> message ? message.getPayload() : asked;
        return future(() -> switch (question) {
            case FindSessionState session -> sessions.getOrDefault(session.sessionId(), SessionState.LIVE);
            default ->
                Optional.ofNullable(answers.get(question.getClass()))
                        .map(answer -> answer.apply(question))
                        .orElse(null);
        });
    }

    private static CompletableFuture<Object> future(Supplier<Object> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(Objects.requireNonNull(failure));
        }
    }
}
