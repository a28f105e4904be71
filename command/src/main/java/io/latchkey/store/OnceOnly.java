package io.latchkey.store;

import io.latchkey.command.KeyReused;
import io.latchkey.command.Outcome;
import io.latchkey.event.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command with an idempotency key takes effect once. The key is claimed in the transaction of the command itself, so a
 * second one waits for the first and then gets its outcome, without secrets.
 */
public final class OnceOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Map<String, Class<?>> OUTCOMES = Arrays.stream(Outcome.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private record Row(String requestDigest, String type, String outcome) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OnceOnly(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.json = JsonMapper.builder().build();
        this.clock = clock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        var metadata = unit.getMessage().getMetaData();
        if (!(metadata.get(Origin.IDEMPOTENCY_KEY) instanceof String key)) {
            return chain.proceed();
        }
        var digest = String.valueOf(metadata.get(Origin.REQUEST_DIGEST));
        if (!claim(key, digest)) {
            return repeat(key, digest);
        }
        var outcome = chain.proceed();
        if (outcome instanceof Outcome kept) {
            keep(key, kept.withoutSecrets());
        }
        return outcome;
    }

    /** Forgets what is older than a day. */
    public void forgetOld() {
        jdbc.sql("delete from command_outcome where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean claim(String key, String digest) {
        return jdbc.sql("insert into command_outcome (key, request_digest, at) values (?, ?, ?) on conflict do nothing")
                        .params(key, digest, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void keep(String key, Outcome outcome) {
        jdbc.sql("update command_outcome set type = ?, outcome = ?::jsonb where key = ?")
                .params(outcome.getClass().getSimpleName(), json.writeValueAsString(outcome), key)
                .update();
    }

    private Object repeat(String key, String digest) {
        var row = jdbc.sql("select request_digest, type, outcome from command_outcome where key = ?")
                .param(key)
                .query(Row.class)
                .single();
        if (!row.requestDigest.equals(digest)) {
            return new KeyReused();
        }
        return json.readValue(row.outcome, OUTCOMES.get(row.type));
    }
}
