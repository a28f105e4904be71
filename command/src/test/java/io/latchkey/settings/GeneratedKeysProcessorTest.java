package io.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.mock.env.MockEnvironment;

class GeneratedKeysProcessorTest {
    @TempDir
    Path data;

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void directory() {
        environment.setProperty("latchkey.data", data.toString());
    }

    @Test
    void production_gets_no_generated_keys() {
        environment.setActiveProfiles("production");
        start();
        assertThat(environment.containsProperty("latchkey.keys.kek")).isFalse();
        assertThat(data.resolve("keys.properties")).doesNotExist();
    }

    @Test
    void keys_of_the_operator_are_left_alone() {
        environment.setProperty("latchkey.keys.kek", "theirs");
        start();
        assertThat(environment.getProperty("latchkey.keys.kek")).isEqualTo("theirs");
        assertThat(data.resolve("keys.properties")).doesNotExist();
    }

    @Test
    void a_first_start_makes_keys_and_the_next_finds_them() throws Exception {
        start();
        assertThat(environment.getProperty("latchkey.keys.pepper")).hasSize(43);
        var kept = Files.readString(data.resolve("keys.properties"));
        start();
        assertThat(data.resolve("keys.properties")).hasContent(kept);
    }

    @Test
    void it_looks_for_keys_after_all_files_of_the_operator_were_read() {
        assertThat(new GeneratedKeysProcessor().getOrder()).isEqualTo(Ordered.LOWEST_PRECEDENCE);
    }

    private void start() {
        new GeneratedKeysProcessor().postProcessEnvironment(environment, new SpringApplication());
    }
}
