package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The README's first command, as far as it is the service's own. */
@Execution(ExecutionMode.CONCURRENT)
class TourTest {

    @TempDir
    Path data;

    @Test
    void the_tour_walks_the_main_job_to_the_end_and_tells_every_step() {
        long begin = System.nanoTime();
        try (var service = ServiceProcess.start(data, "--tour")) {
            while (!service.output().contains("The tour is over")
                    && !service.output().contains("could not go on")
                    && System.nanoTime() - begin < Duration.ofSeconds(90).toNanos()) {
                Client.pause(200);
            }
            assertThat(service.output())
                    .contains("The tour is over", "secretKey", "AccountRecovered", "Sam is the admin")
                    .contains("/docs", "/dev/mailbox", data.toString());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(90));
    }

    @Test
    void production_takes_no_tour() throws Exception {
        try (var service = ServiceProcess.launch(data, "--tour", "--spring.profiles.active=production")) {
            assertThat(service.waitForExit(Duration.ofSeconds(60))).isTrue();
            assertThat(service.exitValue()).isNotZero();
        }
    }

    @Test
    void the_readme_names_the_two_commands() throws Exception {
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("```bash\nmvn -q spring-boot:run -Dspring-boot.run.arguments=--tour\n```")
                .contains("```bash\nmvn verify\n```");
    }
}
