package io.latchkey.api.journey;

import org.junit.jupiter.api.AfterAll;

/** The main job again, with events, commands and queries through a real Axon Server. */
class AxonServerTest extends MainJobTest {

    private AxonServer axonServer;

    @Override
    ServiceProcess launch() throws Exception {
        axonServer = new AxonServer(AxonServer.jarOrSkip(), data.resolve("axonserver")).start();
        return ServiceProcess.start(data, axonServer.settings().toArray(String[]::new));
    }

    @Override
    @AfterAll
    void stop() throws Exception {
        super.stop();
        if (axonServer != null) {
            axonServer.close();
        }
    }
}
