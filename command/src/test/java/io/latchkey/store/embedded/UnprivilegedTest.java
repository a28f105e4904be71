package io.latchkey.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.settings.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("one cluster after the other")
class UnprivilegedTest {
    @TempDir
    Path data;

    @Test
    void root_without_any_way_down_is_told_what_to_do() {
        assertThatThrownBy(() -> Unprivileged.find(data.resolve("out"), List.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("as another user")
                .hasMessageContaining("latchkey.database.url");
    }

    @Test
    void a_tool_that_is_not_installed_is_no_way() {
        assertThatThrownBy(() -> Unprivileged.find(data.resolve("out"), List.of("no-such-tool")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void root_without_user_namespaces_runs_it_as_a_lesser_user() throws Exception {
        var tools = List.of("setpriv", "runuser");
        if (!Unprivileged.isRoot()) {
            assertThatThrownBy(() -> Unprivileged.find(data.resolve("out"), tools))
                    .isInstanceOf(CannotStart.class);
            return;
        }
        try (var postgres = EmbeddedPostgres.start(data, scratch -> Unprivileged.find(scratch, tools))) {
            assertThat(postgres.url()).startsWith("jdbc:postgresql:");
            assertThat(Files.getOwner(data.resolve("postgresql/cluster")).getName())
                    .isIn("postgres", "nobody");
            var ours = Files.getPosixFilePermissions(data.resolve("postgresql.properties"));
            assertThat(PosixFilePermissions.toString(ours)).isEqualTo("rw-------");
        }
        try (var again = EmbeddedPostgres.start(data, scratch -> Unprivileged.find(scratch, tools))) {
            assertThat(again.url()).isNotEmpty();
        }
        try (var otherWay = EmbeddedPostgres.start(data)) {
            assertThat(otherWay.url()).isNotEmpty();
        }
    }

    @Test
    void a_directory_the_lesser_user_cannot_enter_is_named() throws Exception {
        if (!Unprivileged.isRoot()) {
            return;
        }
        var closed = Files.createDirectories(data.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        var place = new Place(closed.resolve("data"));
        place.create();
        var lesser = Unprivileged.find(data.resolve("out"), List.of("setpriv", "runuser"));
        assertThatThrownBy(() -> lesser.own(place))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("latchkey.data")
                .hasMessageContaining(place.home().toString());
    }
}
