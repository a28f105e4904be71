package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.value.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesCarrierTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @TempDir
    private Path directory;

    @Test
    void a_mail_is_the_owners_and_the_same_mail_is_the_same_file() throws Exception {
        var pickUp = directory.resolve("data/mail");
        var carrier = new FilesCarrier(pickUp, "latchkey@localhost");
        var envelope =
                new Envelope(ID, new EmailAddress("ann@example.org"), new Letter("Hello", "Text\n"), Instant.EPOCH);
        carrier.carry(envelope);
        carrier.carry(envelope);

        try (var files = Files.list(pickUp)) {
            assertThat(files).containsExactly(pickUp.resolve(ID + ".eml"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pickUp.resolve(ID + ".eml"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pickUp)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_draft_that_a_kill_left_is_used_up_by_the_next_attempt() throws Exception {
        Files.writeString(directory.resolve("." + ID + ".tmp"), "much more than half of a mail ".repeat(100));
        var envelope =
                new Envelope(ID, new EmailAddress("ann@example.org"), new Letter("Hello", "Text\n"), Instant.EPOCH);

        new FilesCarrier(directory, "latchkey@localhost").carry(envelope);

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve(ID + ".eml"));
        }
        assertThat(directory.resolve(ID + ".eml")).content().endsWith("Text\n");
    }
}
