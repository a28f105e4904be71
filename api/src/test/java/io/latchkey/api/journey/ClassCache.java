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
 * The classes of the service as its processes load them: parsed and linked, from a cache that one of them writes at its orderly
 * end, before any other starts. Such a cache knows jars only, so directories are packed first. A JDK before 25 goes without.
 */
final class ClassCache {

    private static final Path HOME = Path.of("target", "service").toAbsolutePath();
    private static final Path CACHE = HOME.resolve("classes.aot");
    private static final String CLASS_PATH = classPath();
    private static final boolean KNOWN = Runtime.version().feature() >= 25;
    private static boolean looked;

    private ClassCache() {}

    /** The first to ask waits until there is a cache. */
    static synchronized List<String> options() {
        if (!KNOWN) {
            return List.of("-cp", CLASS_PATH);
        }
        if (!looked) {
            looked = true;
            write();
        }
        var cache = (Files.exists(CACHE) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + CACHE;
        return List.of(cache, "-cp", CLASS_PATH);
    }

    private static void write() {
        try {
            if (isOutdated()) {
                Files.deleteIfExists(CACHE);
                ServiceProcess.start(Files.createTempDirectory(HOME, "first")).close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOutdated() throws IOException {
        if (Files.notExists(CACHE)) {
            return true;
        }
        var written = Files.getLastModifiedTime(CACHE);
        for (var jar : CLASS_PATH.split(File.pathSeparator)) {
            if (Files.getLastModifiedTime(Path.of(jar)).compareTo(written) > 0) {
                return true;
            }
        }
        return false;
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
