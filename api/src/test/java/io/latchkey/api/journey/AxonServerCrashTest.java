package io.latchkey.api.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with Axon Server, which is killed too. */
class AxonServerCrashTest extends CrashTest {

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

    @Override
    void killBeside(int round) throws Exception {
        super.killBeside(round);
        if (round == 2) {
            axonServer.kill();
            axonServer.start();
        }
    }
}
