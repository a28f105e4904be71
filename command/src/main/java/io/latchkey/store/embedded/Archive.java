package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The packed PostgreSQL of this platform, unpacked once. */
final class Archive {
    static final String VERSION = "18.1.0";
    private static final int EXECUTABLE = 0100;

    private Archive() {}

    /** Unpacks beside the target and moves it into place, so that a killed start leaves nothing half done. */
    static Path unpackedIn(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        var fresh = target.resolveSibling(target.getFileName() + ".new");
        Directories.delete(fresh);
        Files.createDirectories(fresh);
        try (var packed = open();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, fresh);
            }
        }
        return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("the PostgreSQL archive holds a path outside itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static InputStream open() throws IOException {
        for (var name : names()) {
            var packed = Archive.class.getResourceAsStream("/postgres-" + name + ".txz");
            if (packed != null) {
                return packed;
            }
        }
        throw new CannotStart("No PostgreSQL is packed for this platform (" + names().getFirst()
                + "): build with the Maven profile for it, or set latchkey.database.url to a PostgreSQL of yours.");
    }

    private static List<String> names() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64");
        if (system.startsWith("windows")) {
            return List.of("windows-x86_64");
        }
        if (system.startsWith("mac")) {
            return List.of(arm ? "darwin-arm_64" : "darwin-x86_64", "darwin-arm64v8");
        }
        return arm ? List.of("linux-arm_64", "linux-arm64v8") : List.of("linux-x86_64");
    }
}
