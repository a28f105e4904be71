package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment, the service comes up by itself and has lost nothing that it acknowledged. */
class CrashTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path data;

    private final List<Answer> acknowledged = new CopyOnWriteArrayList<>();

    @Test
    void nothing_acknowledged_is_lost_when_the_service_or_its_database_is_killed() throws Exception {
        var service = ServiceProcess.start(data);
        try {
            var ann = Holder.protectedOne(service.client());
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(service, round);
                service = service.again(data);
                var client = service.client();
                for (var recovery : acknowledged) {
                    seen(client, recovery).expect(200);
                }
            }
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
            var back = new Holder(service.client());
            back.email = ann.email;
            back.secretKey = ann.secretKey;
            back.backupCodes.addAll(ann.backupCodes);
            back.signInWithBackupCode().expect(200);
        } finally {
            service.close();
        }
    }

    /** The read models may be behind for as long as a claim of the killed node lives. */
    private static Answer seen(Client client, Answer recovery) {
        var path = "/v1/recoveries/" + recovery.text("recoveryId");
        var answer = client.get(path, recovery.text("handle"));
        for (int i = 0; i < 300 && answer.status() == 404; i++) {
            Client.pause(100);
            answer = client.get(path, recovery.text("handle"));
        }
        return answer;
    }

    private void killUnderLoad(ServiceProcess service, int round) throws Exception {
        var client = service.client();
        var stop = new AtomicBoolean();
        var load = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                try {
                    var answer = client.post(
                            "/v1/recoveries", "", Map.of("email", "load-" + acknowledged.size() + "@example.org"));
                    if (answer.status() == 202) {
                        acknowledged.add(answer);
                    }
                } catch (UncheckedIOException killed) {
                    return;
                }
            }
        });
        Client.pause(1000 + ThreadLocalRandom.current().nextInt(1500));
        if (round == 1) {
            killPostgres();
            Client.pause(300);
        }
        service.kill();
        stop.set(true);
        load.join();
    }

    private void killPostgres() throws Exception {
        try (var files = Files.walk(data.resolve("postgresql"))) {
            var pidFile = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
