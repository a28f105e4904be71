package io.latchkey.api.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every way there is, by {@code curl} and {@code oathtool}, on a service of its own, for it puts the clock ahead. */
@Execution(ExecutionMode.CONCURRENT)
class WalkthroughTest {

    @TempDir
    Path data;

    @Test
    void the_walkthrough_does_what_it_says() throws Exception {
        try (var service = ServiceProcess.start(data)) {
            Walkthrough.run(service.client().service.toString());
        }
    }
}
