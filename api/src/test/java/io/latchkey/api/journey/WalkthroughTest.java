package io.latchkey.api.journey;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every way there is, by {@code curl} and {@code oathtool}; what one of two nodes did the other knows at the next request. */
@Execution(ExecutionMode.CONCURRENT)
class WalkthroughTest {

    @TempDir
    Path data;

    @Test
    void two_nodes_that_take_turns_do_what_the_walkthrough_says() throws Exception {
        try (var door = new Turnstile()) {
            var address = "--latchkey.base-url=" + door.uri();
            try (var first = ServiceProcess.start(data, address);
                    var second = ServiceProcess.startBeside(data, address)) {
                door.leadTo(List.of(first, second));
                Walkthrough.run(door.uri().toString());
            }
        }
    }
}
