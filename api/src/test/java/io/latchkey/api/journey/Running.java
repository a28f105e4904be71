package io.latchkey.api.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One service for all journeys of a test JVM, with an admin who is support and security too. */
public final class Running {

    public static final Path DATA = Path.of("target", "journey").toAbsolutePath();
    public static final ServiceProcess SERVICE = start();
    public static final Client CLIENT = SERVICE.client();

    private static final Duration FRESH = Duration.ofMinutes(4);
    private static final Holder STAFF = firstAdmin();
    private static long signedIn = System.nanoTime();

    private Running() {}

    /** Signed in a short while ago, so that neither token nor proof is too old. */
    public static synchronized Holder staff() {
        if (System.nanoTime() - signedIn > FRESH.toNanos()) {
            STAFF.signInWithBackupCode().expect(200);
            signedIn = System.nanoTime();
        }
        return STAFF;
    }

    private static ServiceProcess start() {
        delete(DATA);
        var service = ServiceProcess.start(DATA);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        return service;
    }

    private static Holder firstAdmin() {
        var staff = Holder.protectedOne(CLIENT);
        staff.becomeStaff(SERVICE.bootstrapToken());
        return staff;
    }

    private static void delete(Path directory) {
        if (Files.notExists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
