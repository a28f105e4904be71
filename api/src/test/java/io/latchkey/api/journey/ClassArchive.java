package io.latchkey.api.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * The classes of the service as its processes load them: from an archive of parsed classes that the first orderly end of one
 * writes and every later start reads. Such an archive knows jars only, so directories are packed first.
 */
final class ClassArchive {

    private static final Path HOME = Path.of("target", "service").toAbsolutePath();
    private static final Path ARCHIVE = HOME.resolve("classes.jsa");
    private static final String CLASS_PATH = classPath();

    private ClassArchive() {}

    static List<String> options() {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + ARCHIVE,
                // An archive of other classes is no more than a slow start.
                "-Xlog:disable",
                "-cp",
                CLASS_PATH);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(place -> Files.isDirectory(place) ? packed(place) : place)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path directory) {
        var name = directory.toString().replaceAll("\\W+", "-");
        var jar = HOME.resolve(name + ".jar");
        try {
            Files.createDirectories(HOME);
            if (Files.notExists(jar) || changedSince(jar, directory)) {
                pack(directory, jar);
            }
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A directory is newer when a file in it came or went. */
    private static boolean changedSince(Path jar, Path directory) throws IOException {
        var packed = Files.getLastModifiedTime(jar);
        try (var files = Files.walk(directory)) {
            for (var file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(packed) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void pack(Path directory, Path jar) throws IOException {
        var fresh = jar.resolveSibling(jar.getFileName() + ".new");
        try (var files = Files.walk(directory);
                var packed = new JarOutputStream(Files.newOutputStream(fresh))) {
            for (var file :
                    files.filter(file -> !file.equals(directory)).sorted().toList()) {
                var name = directory.relativize(file).toString().replace(File.separator, "/");
                boolean isDirectory = Files.isDirectory(file);
                packed.putNextEntry(new ZipEntry(isDirectory ? name + "/" : name));
                if (!isDirectory) {
                    Files.copy(file, packed);
                }
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
