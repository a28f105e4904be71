package io.latchkey.store.embedded;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("one cluster after the other")
class EmbeddedPostgresTest {
    @TempDir
    static Path original;

    @TempDir
    Path data;

    @BeforeAll
    static void make_an_original() throws IOException {
        TestPostgres.share(original);
        EmbeddedPostgres.start(original).close();
    }

    @BeforeEach
    void share_the_programs() throws IOException {
        TestPostgres.share(data);
    }

    /** What a first start leaves behind, without waiting for another one. */
    private void startedBefore() throws IOException {
        Files.copy(original.resolve("postgresql.properties"), data.resolve("postgresql.properties"), COPY_ATTRIBUTES);
        var cluster = original.resolve("postgresql/cluster");
        try (var files = Files.walk(cluster)) {
            for (var file : files.toList()) {
                var copy = data.resolve("postgresql/cluster").resolve(cluster.relativize(file));
                Files.copy(file, copy, COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void a_second_service_on_the_same_directory_is_refused_in_one_sentence() throws Exception {
        startedBefore();
        try (var first = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Latchkey is running")
                    .hasMessageContaining("latchkey.data");
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            var permissions = Files.getPosixFilePermissions(data.resolve("postgresql.properties"));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void it_is_durable_even_when_its_files_say_otherwise() throws Exception {
        startedBefore();
        try (var first = EmbeddedPostgres.start(data)) {
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
        var edited = data.resolve("postgresql/cluster/postgresql.auto.conf");
        Files.writeString(edited, "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
        try (var second = EmbeddedPostgres.start(data)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                    .allSatisfy(name -> assertThat(setting(second, name)).isEqualTo("on"));
        }
    }

    @Test
    void a_postgres_left_over_by_a_killed_service_is_replaced() throws Exception {
        startedBefore();
        var left = EmbeddedPostgres.start(data);
        write(left);
        left.abandon();
        try (var next = EmbeddedPostgres.start(data)) {
            assertThat(read(next)).isEqualTo("kept");
        }
    }

    @Test
    void a_killed_postmaster_does_not_stop_the_next_start() throws Exception {
        startedBefore();
        var killed = EmbeddedPostgres.start(data);
        write(killed);
        try (var open = connect(killed)) {
            killed.abandon();
            kill();
            try (var next = EmbeddedPostgres.start(data)) {
                assertThat(read(next)).isEqualTo("kept");
            }
            assertThat(open).isNotNull();
        }
    }

    @Test
    void a_killed_postmaster_comes_back_while_the_service_lives() throws Exception {
        startedBefore();
        try (var postgres = EmbeddedPostgres.start(data)) {
            write(postgres);
            kill();
            for (var i = 0; i < 100; i++) {
                try {
                    assertThat(read(postgres)).isEqualTo("kept");
                    return;
                } catch (SQLException notYet) {
                    Thread.sleep(200);
                }
            }
            throw new AssertionError("the database did not come back");
        }
    }

    @Test
    void a_process_number_that_now_belongs_to_somebody_else_does_not_stop_the_start() throws Exception {
        startedBefore();
        var self = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postgresql/cluster/postmaster.pid"), self + "\n" + data + "\n1\n1\n\n\n\n");
        try (var next = EmbeddedPostgres.start(data)) {
            assertThat(setting(next, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_begins_again() throws Exception {
        Files.createDirectories(data.resolve("postgresql/cluster.new/base"));
        Files.createDirectories(data.resolve("postgresql/18.1.0.new/bin"));
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void a_port_taken_by_another_program_is_changed() throws Exception {
        startedBefore();
        var access = Access.loadOrCreate(data.resolve("postgresql.properties"));
        try (var taken = new java.net.ServerSocket(access.port(), 1, java.net.InetAddress.getLoopbackAddress());
                var next = EmbeddedPostgres.start(data)) {
            assertThat(next.url()).doesNotContain(":" + taken.getLocalPort() + "/");
        }
    }

    @Test
    void the_port_stays_the_same_from_start_to_start() throws Exception {
        startedBefore();
        String before;
        try (var first = EmbeddedPostgres.start(data)) {
            before = first.url();
        }
        try (var second = EmbeddedPostgres.start(data)) {
            assertThat(second.url()).isEqualTo(before);
        }
    }

    private void kill() throws IOException {
        var number = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        assertThat(ProcessHandle.of(Long.parseLong(number.strip()))
                        .orElseThrow()
                        .destroyForcibly())
                .isTrue();
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
    }

    private static void write(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table memory as select 'kept' as word");
        }
    }

    private static String read(EmbeddedPostgres postgres) throws SQLException {
        return single(postgres, "select word from memory");
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return single(postgres, "show " + name);
    }

    private static String single(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
