package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.secret.Argon2Bulkhead;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest extends OnStage {

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new TransactionSystemException("rollback failed"),
                new DataAccessResourceFailureException("gone"),
                new QueryTimeoutException("late"),
                new NoHandlerForCommandException("io.latchkey.command.EndOtherSessions"),
                new EventStoreException("down"),
                new ConcurrencyException("again and again"),
                busy(),
                new RejectedExecutionException("full"),
                new CompletionException(new ConnectException("refused")),
                new IllegalStateException(new SQLTransientConnectionException("pool")),
                new IllegalStateException(new SQLException("admin shutdown", "57P01")));
    }

    private static RuntimeException busy() {
        var closed = new Argon2Bulkhead();
        closed.close();
        return (RuntimeException) closed.submit(() -> "").exceptionNow();
    }

    static Stream<RuntimeException> faults() {
        return Stream.of(
                new NullPointerException("io.latchkey.Secret is null"),
                new IllegalStateException("hunter2"),
                new BadSqlGrammarException("task", "select hunter2", new SQLException("syntax", "42601")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void what_passes_by_itself_is_told_with_the_time_to_try_again(RuntimeException outage) {
        script.deciding(wish -> {
            throw outage;
        });

        change(HttpMethod.DELETE, "/v1/account/sessions")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("temporarily-unavailable")
                        .doesNotContain("Exception", "latchkey.command", "io.latchkey"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_broken_tells_nothing(RuntimeException fault) {
        script.deciding(wish -> {
            throw fault;
        });

        change(HttpMethod.DELETE, "/v1/account/sessions")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("internal-error")
                        .doesNotContain("hunter2", "Exception", "io.latchkey", "select"));
    }

    @Test
    void an_account_that_is_erased_is_not_found() {
        script.answering(FindAccount.class, asked -> null);
        http.get()
                .uri("/v1/account")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
