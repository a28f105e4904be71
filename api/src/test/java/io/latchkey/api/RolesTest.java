package io.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.mock.env.MockEnvironment;

class RolesTest {
    @Test
    void a_node_that_remembers_decides_nothing_and_speaks_to_nobody() {
        assertThat(configurations("query"))
                .filteredOn(name -> !name.equals(QuietConfiguration.class.getName()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("io.latchkey.query."));
    }

    @Test
    void a_node_that_speaks_decides_nothing() {
        assertThat(configurations("api")).allSatisfy(name -> assertThat(name).startsWith("io.latchkey.api."));
    }

    @Test
    void a_node_that_does_not_speak_is_closed() {
        assertThat(configurations("command,query")).contains(QuietConfiguration.class.getName());
        assertThat(configurations("command,query,api")).doesNotContain(QuietConfiguration.class.getName());
    }

    @Test
    void a_node_does_everything_unless_told_otherwise() {
        assertThat(configurations("")).hasSameElementsAs(configurations("command,query,api"));
    }

    private static List<String> configurations(String roles) {
        var environment = new MockEnvironment();
        if (!roles.isEmpty()) {
            environment.setProperty("latchkey.roles", roles);
        }
        var selector = new Roles();
        selector.setEnvironment(environment);
        return List.of(selector.selectImports(AnnotationMetadata.introspect(LatchkeyApplication.class)));
    }
}
