package io.latchkey.api.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;

/** Puts mail into a directory, whole or not at all and for the owner's eyes only. For development. */
final class FilesCarrier implements Carrier {

    private static final Set<StandardOpenOption> OVER_WHAT_A_KILL_LEFT =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path directory;
    private final Mime mime;

    FilesCarrier(Path directory, String from) {
        this.directory = directory;
        this.mime = new Mime(Session.getInstance(new Properties()), from);
    }

    @Override
    public void carry(Envelope envelope) throws MessagingException, IOException {
        Files.createDirectories(directory, allowed("rwx------"));
        var draft = directory.resolve("." + envelope.id() + ".tmp");
        try {
            write(envelope, draft);
            Files.move(draft, directory.resolve(envelope.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void write(Envelope envelope, Path draft) throws MessagingException, IOException {
        try (var channel = FileChannel.open(draft, OVER_WHAT_A_KILL_LEFT, allowed("rw-------"))) {
            mime.message(envelope).writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private FileAttribute<?>[] allowed(String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
