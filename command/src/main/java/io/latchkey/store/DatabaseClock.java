package io.latchkey.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The time of the database in milliseconds, so that nodes agree whatever their own clocks say: when a code expires, whether a claim on a
 * segment still holds, how long a gap in history is waited for. Between two looks it follows the node's steady ticks.
 * Where nothing is at stake it can be put ahead of the database's, for good and on all nodes.
 */
public final class DatabaseClock extends Clock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String TIME =
            "select clock_timestamp() + coalesce((select ahead from installation), interval '0')";

    private record Reading(Instant told, long ticks, long within) {
        Instant at(long now) {
            return told.plusNanos(now - ticks);
        }

        /** Less than the time it took to ask is no difference. */
        boolean contradicts(Reading before) {
            return Duration.between(before.at(ticks), told).abs().toNanos() > within;
        }
    }

    private final DataSource database;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-clock").factory());
    private volatile Reading reading;

    private DatabaseClock(DataSource database) throws SQLException {
        this.database = database;
        this.reading = ask();
    }

    /** From here on the framework too tells the time of the database. */
    static DatabaseClock of(DataSource database) throws SQLException {
        var clock = new DatabaseClock(database);
        GenericEventMessage.clock = clock;
        AbstractTokenEntry.clock = clock;
        clock.watch.scheduleWithFixedDelay(clock::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return clock;
    }

    /** Makes it so much later, to the second: at once on this node, within two seconds on every other. */
    public void putAhead(Duration by) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update installation set ahead = ahead + ? * interval '1 second'")) {
            statement.setLong(1, by.toSeconds());
            statement.executeUpdate();
            reading = ask();
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("the clock was not put ahead", failed);
        }
    }

    private void look() {
        try {
            var fresh = ask();
            if (fresh.contradicts(reading)) {
                reading = fresh;
            }
        } catch (SQLException | RuntimeException away) {
            LOG.debug("The database does not tell the time: {}", away.getMessage());
        }
    }

    private Reading ask() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            long before = System.nanoTime();
            try (var row = statement.executeQuery(TIME)) {
                row.next();
                var told = row.getObject(1, OffsetDateTime.class).toInstant();
                long after = System.nanoTime();
                return new Reading(told, before + (after - before) / 2, after - before);
            }
        }
    }

    @Override
    public Instant instant() {
        return reading.at(System.nanoTime()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("told in UTC only");
    }

    @Override
    public void close() {
        watch.shutdownNow();
        if (GenericEventMessage.clock.equals(this)) {
            GenericEventMessage.clock = Clock.systemUTC();
            AbstractTokenEntry.clock = Clock.systemUTC();
        }
    }
}
