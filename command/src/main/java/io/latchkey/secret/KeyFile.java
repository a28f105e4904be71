package io.latchkey.secret;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The keys of a small installation: made once, whole or not at all, for the owner's eyes only. */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private KeyFile() {}

    /** Of two processes that start at once both get the keys of the one that was first. */
    public static Properties loadOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file.toAbsolutePath());
            }
            return load(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made.", failed);
        }
    }

    private static Properties load(Path file) throws IOException {
        if (!OWNER_FOLDER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(
                    "The key file " + file + " is open to other users: allow it to its owner only (chmod 600).");
        }
        var keys = new Properties();
        keys.load(new StringReader(Files.readString(file)));
        return keys;
    }

    /** A hard link, unlike a move, never replaces what is already there. */
    private static void create(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        var draft = Files.createTempFile(folder, ".keys", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_FILE));
        try {
            write(draft, GeneratedKeys.text());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
        force(folder);
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
