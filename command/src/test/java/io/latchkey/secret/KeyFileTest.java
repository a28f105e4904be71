package io.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private final Path file;

    KeyFileTest(@TempDir Path folder) {
        this.file = folder.resolve("data").resolve("keys.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_file_open_to_others_is_refused_in_one_sentence(String permissions) throws IOException {
        KeyFile.loadOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFile.loadOrCreate(file))
                .withMessage("The key file %s is open to other users: allow it to its owner only (chmod 600).", file);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Files.createFile(file.getParent());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> KeyFile.loadOrCreate(file));
    }

    @Test
    void an_existing_file_is_read_and_never_written() throws IOException {
        Files.createDirectory(file.getParent());
        Files.writeString(file, "latchkey.keys.kek=mine\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(KeyFile.loadOrCreate(file)).containsOnlyKeys(KeyRing.KEK).containsValue("mine");
    }

    @Test
    void a_new_file_is_its_owners_alone_and_leaves_no_draft() throws IOException {
        var keys = KeyFile.loadOrCreate(file);

        assertThat(KeyRing.from(keys::getProperty).kek()).hasSize(1);
        assertThat(KeyFile.loadOrCreate(file)).isEqualTo(keys);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @RepeatedTest(5)
    void of_racing_creators_one_wins_and_all_get_its_keys() {
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Properties>> racers = IntStream.range(0, 4)
                    .mapToObj(any -> CompletableFuture.supplyAsync(() -> loadAfter(start), threads))
                    .toList();

            assertThat(new HashSet<>(
                            racers.stream().map(CompletableFuture::join).toList()))
                    .hasSize(1);
        }
    }

    private Properties loadAfter(CyclicBarrier start) {
        try {
            start.await();
            return KeyFile.loadOrCreate(file);
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
