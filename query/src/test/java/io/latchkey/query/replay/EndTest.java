package io.latchkey.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.support.GenericApplicationContext;

/** A node whose history was lost, in a process of its own: nothing but its end keeps it alive. */
class EndTest {

    private static final int SLOW = 300;

    @Test
    void exit_code_1_however_long_the_node_takes_to_stop() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var node = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Node.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(node.waitFor()).isEqualTo(1);
    }

    static final class Node {
        private Node() {}

        public static void main(String... none) throws InterruptedException {
            var node = new GenericApplicationContext();
            node.registerBean(SlowToStop.class);
            node.refresh();
            var watch = Thread.ofPlatform().daemon().start(() -> ReplayConfiguration.end(node));
            watch.join();
        }
    }

    static final class SlowToStop implements DisposableBean {
        @Override
        public void destroy() throws InterruptedException {
            Thread.sleep(SLOW);
        }
    }
}
