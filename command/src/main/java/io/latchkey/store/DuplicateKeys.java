package io.latchkey.store;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Recognises a lost race in what PostgreSQL throws, also inside a batch. */
final class DuplicateKeys implements PersistenceExceptionResolver {
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && isViolation(failure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isViolation(SQLException first) {
        for (@Nullable SQLException failure = first; failure != null; failure = failure.getNextException()) {
            if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
