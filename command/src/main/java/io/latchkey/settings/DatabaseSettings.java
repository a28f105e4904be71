package io.latchkey.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL that holds read models, tokens, deadlines and data keys, and history where there is no Axon Server.
 *
 * @param url JDBC address of a PostgreSQL of yours; empty for the embedded one.
 * @param username User name at that PostgreSQL.
 * @param password Password at that PostgreSQL.
 * @param connections Most connections this node opens.
 */
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("30") int connections) {

    public boolean embedded() {
        return url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseSettings[hidden]";
    }
}
