package io.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page is made from the metadata of the build; write it anew with {@code -Dlatchkey.docs.write=true} in JAVA_TOOL_OPTIONS. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final String HEAD = """
            # Configuration

            Every setting, with its default. Set them as any Spring Boot setting: `application.yaml`, environment (`LATCHKEY_BASE_URL`),
            command line (`--latchkey.base-url=...`). A missing, unsafe or contradictory one stops the start with a sentence that names it;
            the profile `production` refuses every default that is for development.

            | property | default | what it is |
            |---|---|---|
            """;

    @Test
    void the_page_has_every_property_with_its_description_and_default() throws Exception {
        var page = HEAD + rows();
        if (Boolean.getBoolean("latchkey.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String rows() throws IOException {
        try (var metadata =
                LatchkeyProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            var rows = new StringBuilder();
            var properties = JsonMapper.builder().build().readTree(metadata).path("properties");
            StreamSupport.stream(properties.spliterator(), false)
                    .filter(property -> property.path("name").asString().startsWith("latchkey."))
                    .sorted((one, other) -> one.path("name")
                            .asString()
                            .compareTo(other.path("name").asString()))
                    .forEach(property -> rows.append(row(property)));
            return rows.toString();
        }
    }

    private static String row(JsonNode property) {
        var description = property.path("description").asString("");
        assertThat(description).as(property.path("name").asString()).isNotBlank();
        return "| `" + property.path("name").asString() + "` | " + standard(property.path("defaultValue")) + " | "
                + description.replaceAll("\\{@code ([^}]*)}", "`$1`") + " |\n";
    }

    private static String standard(JsonNode value) {
        var text = value.isArray()
                ? String.join(
                        ",",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asString)
                                .toList())
                : value.asString("");
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
