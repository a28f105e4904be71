package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every place where something is kept or shown, with all that is in it now. */
final class Sinks {

    final Map<String, String> texts = new LinkedHashMap<>();

    /** The place must hold something that is known to be there: what cannot be found cannot be missed. */
    void add(String name, String text, String knownToBeThere) {
        assertThat(new Seeker(List.of(knownToBeThere)).in(text))
                .as("%s is in %s", knownToBeThere, name)
                .isNotEmpty();
        texts.put(name, text);
    }

    void addTables(Path data, String knownToBeInAnEvent) throws SQLException {
        try (var connection = EmbeddedDatabase.of(data).getConnection()) {
            var tables = tables(connection);
            assertThat(tables)
                    .contains(
                            "domain_event_entry",
                            "snapshot_event_entry",
                            "dead_letter_entry",
                            "token_entry",
                            "data_key",
                            "audit_record",
                            "outbox",
                            "command_outcome");
            for (var table : tables) {
                texts.put("table " + table, dump(connection, table));
            }
        }
        add("table domain_event_entry", texts.get("table domain_event_entry"), knownToBeInAnEvent);
    }

    /** Those that are written; another one may be on the way. */
    void addMails(Path directory, String recipient, String inABody) throws IOException {
        var headers = new StringBuilder();
        var bodies = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".eml")).toList()) {
                var parts = Files.readString(file).replace("\r", "").split("\n\n", 2);
                headers.append(parts[0].replaceAll("\n[ \t]", "")).append('\n');
                bodies.append(parts[1].replace("=\n", "")).append('\n');
            }
        }
        add("mail headers", headers.toString(), recipient);
        add("mail bodies", bodies.toString(), inABody);
    }

    /** What somebody finds who reads along: the values as text, in bytes too, whatever their encoding. */
    private static String dump(Connection connection, String table) throws SQLException {
        var content = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    content.append(rows.getString(column)).append('\n');
                    if (rows.getObject(column) instanceof byte[] bytes) {
                        content.append(new String(bytes, StandardCharsets.UTF_8))
                                .append('\n');
                    }
                }
            }
        }
        return content.toString();
    }

    static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
