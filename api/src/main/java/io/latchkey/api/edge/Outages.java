package io.latchkey.api.edge;

import io.axoniq.axonserver.connector.AxonServerException;
import io.grpc.StatusRuntimeException;
import io.latchkey.secret.Busy;
import io.latchkey.store.UnknownEvent;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.common.AxonException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The failures that pass by themselves: no database, no bus, no time, no room, too old a node. */
final class Outages {

    private Outages() {}

    static boolean among(Stream<Throwable> causes) {
        return causes.anyMatch(Outages::is);
    }

    private static boolean is(Throwable cause) {
        return switch (cause) {
            case Busy ignored -> true;
            case UnknownEvent ignored -> true;
            case TimeoutException ignored -> true;
            case RejectedExecutionException ignored -> true;
            case ConnectException ignored -> true;
            case AxonException ignored -> true;
            case AxonServerException ignored -> true;
            case StatusRuntimeException ignored -> true;
            case TransactionException ignored -> true;
            case DataAccessResourceFailureException ignored -> true;
            case TransientDataAccessException ignored -> true;
            case SQLTransientException ignored -> true;
            case SQLException database -> unavailable(database.getSQLState());
            default -> false;
        };
    }

    /** Connection lost, out of resources, shut down, or in conflict with another transaction. */
    private static boolean unavailable(@Nullable String state) {
        return state != null && state.matches("(08|40|53|57|58).*");
    }
}
