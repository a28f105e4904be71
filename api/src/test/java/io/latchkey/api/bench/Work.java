package io.latchkey.api.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One operation, again and again, on one connection. */
@FunctionalInterface
interface Work extends AutoCloseable {

    /** False when nothing is left that was prepared. */
    boolean once() throws Exception;

    @Override
    default void close() throws IOException, SQLException {}

    /** What is measured, under its name. */
    record Subject(String name, Opening opening) {}

    /** Opens one more connection. */
    interface Opening {
        Work open() throws Exception;
    }
}
