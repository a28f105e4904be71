package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Axon Server, which is killed too, the service comes up by itself and has lost nothing that it acknowledged. */
class AxonServerCrashTest extends DatabaseLossTest {

    private static final int ROUNDS = 3;
    private static final Duration CAUGHT_UP = Duration.ofSeconds(10);

    private final List<Answer> acknowledged = new CopyOnWriteArrayList<>();
    private AxonServer axonServer;

    @BeforeEach
    void start() throws Exception {
        axonServer = new AxonServer(AxonServer.jarOrSkip(), data.resolve("axonserver")).start();
    }

    @AfterEach
    void stop() throws Exception {
        if (axonServer != null) {
            axonServer.close();
        }
    }

    @Override
    String[] settings() {
        return axonServer.settings().toArray(String[]::new);
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_service_its_database_or_axon_server_is_killed() throws Exception {
        var service = ServiceProcess.start(data, settings());
        try {
            var ann = Holder.protectedOne(service.client());
            for (int round = 0; round < ROUNDS; round++) {
                killUnderLoad(service, round);
                service = service.again(data, settings());
                var client = service.client();
                for (var recovery : acknowledged) {
                    found(client, recovery).expect(200);
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

    /** The read models may have been killed before they held what Axon Server did, and take it up once they run again. */
    private static Answer found(Client client, Answer recovery) {
        var path = "/v1/recoveries/" + recovery.text("recoveryId");
        var end = System.nanoTime() + CAUGHT_UP.toNanos();
        var answer = client.get(path, recovery.text("handle"));
        while (answer.status() == 404 && System.nanoTime() < end) {
            Client.pause(50);
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
        killBeside(round);
        Client.pause(300);
        service.kill();
        stop.set(true);
        load.join();
    }

    /** What goes down before the service itself. */
    private void killBeside(int round) throws Exception {
        if (round == 1) {
            killPostgres();
        }
        if (round == 2) {
            axonServer.kill();
            axonServer.start();
        }
    }
}
