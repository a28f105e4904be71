package io.latchkey.store;

import io.latchkey.settings.CannotStart;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database belongs to one event store for good: tokens and read models of one do not fit another. */
record Installation(String eventStore) {

    static Installation claim(JdbcClient jdbc, String eventStore) {
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
        return new Installation(owner);
    }

    static String eventStoreOf(Environment environment) {
        return environment.getProperty("axon.axonserver.enabled", Boolean.class, false)
                ? "axon-server:" + environment.getProperty("axon.axonserver.context", "default")
                : "jdbc";
    }
}
