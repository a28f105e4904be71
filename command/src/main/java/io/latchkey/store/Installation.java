package io.latchkey.store;

import io.latchkey.settings.CannotStart;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database belongs to one event store for good: tokens and read models of one do not fit another. One whose time was put
 * ahead is for trying out: in production everything would happen twice at the same time.
 */
record Installation(String eventStore) {

    static Installation claim(JdbcClient jdbc, Environment environment) {
        var eventStore = eventStoreOf(environment);
        jdbc.sql("insert into installation (event_store) values (?) on conflict do nothing")
                .param(eventStore)
                .update();
        var owner = jdbc.sql("select event_store from installation")
                .query(String.class)
                .single();
        if (!owner.equals(eventStore)) {
            throw new CannotStart(
                    "This database belongs to the event store " + owner + ", but the settings name " + eventStore
                            + ": set latchkey.database.url to an empty database, or go back to the profile before.");
        }
        if (environment.acceptsProfiles(Profiles.of("production")) && ahead(jdbc)) {
            throw new CannotStart(
                    "The time of this database was put ahead to try things out, so it is not for production:"
                            + " set latchkey.database.url to an empty database.");
        }
        return new Installation(owner);
    }

    private static boolean ahead(JdbcClient jdbc) {
        return jdbc.sql("select ahead <> interval '0' from installation")
                .query(Boolean.class)
                .single();
    }

    static String eventStoreOf(Environment environment) {
        return environment.getProperty("axon.axonserver.enabled", Boolean.class, false)
                ? "axon-server:" + environment.getProperty("axon.axonserver.context", "default")
                : "jdbc";
    }
}
