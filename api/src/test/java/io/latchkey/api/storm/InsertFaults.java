package io.latchkey.api.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Triggers that let one chosen insert into a table fail, once. They count with sequences, which no rollback sets back. */
final class InsertFaults {

    private static final long FAULT = 1_000_000;
    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1""";

    private final Connection database;

    InsertFaults(Connection database) throws SQLException {
        this.database = database;
        run("create schema fault");
        run("""
                create function fault.fail() returns trigger language plpgsql as $$
                begin
                    if nextval('fault.' || tg_table_name) = %d then
                        raise exception 'no room for this row' using errcode = 'disk_full';
                    end if;
                    return new;
                end $$""".formatted(FAULT));
        for (var table : tables()) {
            run("create sequence fault." + table + " start " + 2 * FAULT);
            run("create trigger fault before insert on public." + table
                    + " for each row execute function fault.fail()");
        }
    }

    /** All that the schema has, so that a new table cannot be forgotten. */
    List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** From now on the k-th row put into this table fails. */
    synchronized void arm(String table, int k) throws SQLException {
        run("select setval('fault." + table + "', " + (FAULT - k) + ")");
    }

    synchronized boolean struck(String table) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select last_value from fault." + table)) {
            row.next();
            return row.getLong(1) >= FAULT;
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
