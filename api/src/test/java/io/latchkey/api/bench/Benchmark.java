package io.latchkey.api.bench;

import static io.latchkey.api.bench.Duel.median;

import io.latchkey.api.bench.Work.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the packaged service is, beside the least it must do, in one run on one machine: {@code mvn -P bench verify}. How
 * long each cell is measured: {@code -Dbench.seconds=}; one part alone: {@code -Dtest=Benchmark#starting}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmark {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 3);
    private static final Duration CELL = Duration.ofSeconds(SECONDS);
    static final Duration WARM = Duration.ofSeconds(20);
    private static final int ROUNDS = 6;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int PEOPLE = 10_000;
    private static final int KNOWING = 40;
    private static final int RECOVERIES = 80_000 + 1_000 * SECONDS;
    private static final int SMALLEST = 10_000;
    /** The JDK that first makes such a cache in one go (JEP 514). */
    private static final int AOT_CACHE = 25;

    @TempDir
    static Path data;

    @Test
    @Order(1)
    void starting() throws Exception {
        var home = data.resolve("started");
        try (var first = new Service(home)) {
            print("start to ready, first start, s", first.secondsToReady);
        }
        starting("start to ready, warm, s", home, Service.packaged());
        startingApart(home, data.resolve("extracted"));
    }

    @Test
    @Order(2)
    void answering() throws Exception {
        try (var service = new Service(data.resolve("main"))) {
            answering(service);
        }
    }

    @Test
    @Order(3)
    void rebuilding() throws Exception {
        try (var service = new Service(data.resolve("rebuilt"))) {
            World.in(service, PEOPLE, 0, RECOVERIES);
            awaitSeen(service);
            new Rebuilding(service).run();
        }
    }

    @Test
    @Order(4)
    void reading_the_trail() throws Exception {
        try (var service = new Service(data.resolve("trail"))) {
            var trail = new Trail(service);
            for (int records : new int[] {SMALLEST, 100_000, 1_000_000}) {
                trail.grow(records);
                if (records == SMALLEST) {
                    trail.warm(ROUNDS);
                }
                for (int connections : CONNECTIONS) {
                    trail.read(connections, CELL);
                }
            }
        }
    }

    private static void startingApart(Path home, Path apart) throws Exception {
        Service.takeApart(apart);
        var archive = "-XX:SharedArchiveFile=" + apart.resolve("classes.jsa");
        var archived = Service.apart(apart, "-XX:+AutoCreateSharedArchive", archive);
        starting("start to ready, warm, with a class archive, s", home, archived);
        if (Runtime.version().feature() >= AOT_CACHE) {
            var cache = apart.resolve("classes.aot");
            new Service(home, Service.apart(apart, "-XX:AOTCacheOutput=" + cache)).close();
            var ahead = Service.apart(apart, "-XX:AOTCache=" + cache);
            starting("start to ready, warm, with an ahead-of-time cache, s", home, ahead);
        }
    }

    /** The first of the starts is not counted: it fills the caches, or its stop writes the archive. */
    private static void starting(String name, Path home, List<String> program) throws Exception {
        new Service(home, program).close();
        var seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            try (var warm = new Service(home, program)) {
                seconds[i] = warm.secondsToReady;
            }
        }
        print(name, median(seconds));
    }

    private static void answering(Service service) throws Exception {
        Thread.sleep(5000);
        print("resident memory at rest, MiB", service.residentMiB());
        print("resident memory at rest, PostgreSQL, MiB", service.databaseResidentMiB());
        var world = World.in(service, PEOPLE, KNOWING, RECOVERIES);
        awaitSeen(service);
        var doors = new Doors(service, world);
        var subjects = List.of(
                Floor.on(service),
                doors.totp(),
                doors.recoveryCode(),
                doors.startKnown(),
                doors.startUnknown(),
                doors.account());
        for (int round = 0; round < ROUNDS; round++) {
            world.renewAccess();
            warm(subjects.subList(1, subjects.size()));
        }
        Duel.heading();
        for (int connections : CONNECTIONS) {
            world.renewAccess();
            new Duel(CELL).at(connections, subjects);
        }
        print("resident memory under load, MiB", service.residentMiB());
        print("resident memory under load, PostgreSQL, MiB", service.databaseResidentMiB());
        var password = doors.password(KNOWING);
        warm(List.of(password));
        cost(service, password);
        cost(service, doors.totp());
    }

    /** In rounds until the compiler has settled, which takes minutes, however short the measured cells are. */
    private static void warm(List<Subject> subjects) throws Exception {
        for (var subject : subjects) {
            try (var load = new Load(subject, 8)) {
                load.slice(WARM);
            }
        }
        Thread.sleep(2000);
    }

    private static void cost(Service service, Subject subject) throws Exception {
        var before = service.cpu();
        var beforeDatabase = service.databaseCpu();
        try (var load = new Load(subject, 8)) {
            load.slice(CELL);
            Thread.sleep(500);
            print("CPU of the service, ms, " + load.name(), millis(service.cpu().minus(before), load));
            print(
                    "CPU of PostgreSQL, ms, " + load.name(),
                    millis(service.databaseCpu().minus(beforeDatabase), load));
        }
    }

    private static double millis(Duration cpu, Load load) {
        return cpu.toMillis() / (double) load.count();
    }

    /** Read models and courier have caught up with what was put there. */
    private static void awaitSeen(Service service) throws Exception {
        try (var connection = service.database();
                var open = connection.prepareStatement("""
                        select (select count(*) from domain_event_entry) > (select count(*) from audit_record)
                            or exists (select 1 from addressee where not verified)
                            or not exists (select 1 from addressee)""")) {
            for (boolean waiting = true; waiting; ) {
                Thread.sleep(500);
                try (var answer = open.executeQuery()) {
                    answer.next();
                    waiting = answer.getBoolean(1);
                }
            }
        }
    }

    static void print(String name, double value) {
        System.out.printf(java.util.Locale.ROOT, "%-60s %10.2f%n", name, value);
    }
}
