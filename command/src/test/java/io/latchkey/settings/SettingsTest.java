package io.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.secret.GeneratedKeys;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {
    private static final List<String> PRODUCTION = List.of(
            "latchkey.base-url=https://id.example.org",
            "latchkey.mail.transport=smtp",
            "latchkey.mail.from=help@example.org",
            "latchkey.mail.mailbox=false",
            "latchkey.mail.smtp.host=mail.example.org",
            "latchkey.database.url=jdbc:postgresql://db.example.org/latchkey",
            "latchkey.database.username=latchkey",
            "latchkey.database.password=nTf3cUaw0Wm2");

    private final List<String> settings = new ArrayList<>(keys());

    @Nested
    class Anywhere {
        @Test
        void the_defaults_start() {
            assertThat(refusal()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                latchkey.base-url                 | ftp://id.example.org
                latchkey.base-url                 | /relative
                latchkey.base-url                 | https://id.example.org/?q=1
                latchkey.base-url                 | https://ann@id.example.org
                latchkey.issuer                   | A:B
                latchkey.issuer                   | ''
                latchkey.trusted-proxies          | proxy.example.org/8
                latchkey.trusted-proxies          | 10.0.0.0/33
                latchkey.trusted-proxies          | 10.0.0.256/8
                latchkey.trusted-proxies          | 10.0.0.1
                latchkey.database.connections     | 5
                latchkey.mail.from                | nobody
                latchkey.keys.kek                 | dG9vIHNob3J0
                latchkey.keys.pepper              | dG9vIHNob3J0
                latchkey.keys.index               | dG9vIHNob3J0
                latchkey.keys.signing             | {}
                latchkey.delayed-reset.waiting-period | 23h
                latchkey.delayed-reset.waiting-period | 8d
                latchkey.roles                    | command
                latchkey.roles                    | ''
                """)
        void a_bad_value_is_refused_by_its_name(String property, String value) {
            assertThat(refusal(property + "=" + value)).contains(property).endsWith(".");
        }

        @ParameterizedTest
        @CsvSource({"10.0.0.0/8", "192.168.1.1/32", "2001:db8::/32", "::1/128"})
        void a_network_is_a_network(String network) {
            assertThat(refusal("latchkey.trusted-proxies=" + network)).isEmpty();
        }

        @Test
        void contradictions_are_refused() {
            assertThat(refusal("spring.profiles.active=postgres")).contains("latchkey.database.url must be set");
            assertThat(refusal("latchkey.database.password=secret")).contains("latchkey.database.url must be set");
            assertThat(refusal("latchkey.database.url=jdbc:h2:mem:x")).contains("latchkey.database.url must begin");
            assertThat(refusal("latchkey.mail.transport=smtp")).contains("latchkey.mail.smtp.host must be set");
            assertThat(refusal("latchkey.mail.smtp.host=mail.example.org")).contains("latchkey.mail.transport must be");
        }

        @Test
        void nodes_that_share_the_work_share_a_database() {
            assertThat(refusal("spring.profiles.active=axon-server", "latchkey.roles=command"))
                    .contains("latchkey.database.url must be set where latchkey.roles");
        }

        @Test
        void a_node_does_something() {
            assertThat(refusal("spring.profiles.active=axon-server", "latchkey.roles="))
                    .contains("latchkey.roles must name at least one");
        }

        @Test
        void no_refusal_repeats_a_secret() {
            assertThat(refusal("latchkey.keys.pepper=my-own-pepper"))
                    .isNotEmpty()
                    .doesNotContain("my-own-pepper");
            assertThat(refusal("latchkey.database.password=my-password")).doesNotContain("my-password");
        }
    }

    @Nested
    class InProduction {
        @Test
        void what_an_operator_chose_starts() {
            assertThat(production()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                latchkey.base-url                    | http://127.0.0.1:8080
                latchkey.keys.kek                    | ''
                latchkey.keys.pepper                 | ''
                latchkey.keys.index                  | ''
                latchkey.keys.signing                | ''
                latchkey.mail.mailbox                | true
                latchkey.mail.smtp.starttls-required | false
                latchkey.mail.from                   | latchkey@localhost
                latchkey.database.username           | ''
                latchkey.database.username           | postgres
                latchkey.database.password           | ''
                latchkey.database.password           | latchkey
                latchkey.database.password           | postgres
                springdoc.swagger-ui.enabled         | true
                """)
        void every_default_of_development_is_refused_by_its_name(String property, String value) {
            assertThat(production(property + "=" + value)).startsWith(property).contains("in production");
        }

        @Test
        void mail_into_files_is_refused() {
            assertThat(production("latchkey.mail.transport=files", "latchkey.mail.smtp.host="))
                    .startsWith("latchkey.mail.transport must be smtp in production");
        }

        @Test
        void an_open_axon_server_is_refused() {
            assertThat(production("axon.axonserver.enabled=true")).startsWith("axon.axonserver.token must be set");
        }

        @Test
        void a_bare_connection_to_axon_server_is_refused_unless_it_was_made_on_purpose() {
            var open = new String[] {"axon.axonserver.enabled=true", "axon.axonserver.token=t"};
            assertThat(production(open)).startsWith("axon.axonserver.ssl-enabled must be true in production");

            settings.addAll(List.of(open));
            assertThat(production("axon.axonserver.ssl-enabled=true")).isEmpty();
            assertThat(production("latchkey.acknowledged=axon.axonserver.ssl-enabled"))
                    .isEmpty();
        }

        private String production(String... more) {
            settings.add("spring.profiles.active=production");
            settings.addAll(PRODUCTION);
            return refusal(more);
        }
    }

    /** What the operator reads, or nothing when the start goes on. */
    private String refusal(String... more) {
        var all = Stream.concat(settings.stream(), Stream.of(more));
        var read = new StringBuilder();
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsConfiguration.class)
                .withPropertyValues(all.toArray(String[]::new))
                .run(context -> {
                    var failure = context.getStartupFailure();
                    if (failure != null) {
                        FailureAnalyzer analyzer = new CannotStartAnalyzer();
                        var analysis = analyzer.analyze(failure);
                        assertThat(analysis).as("%s", failure).isNotNull();
                        read.append(analysis.getDescription());
                    } else {
                        assertThat(context.getBean(CheckedSettings.class).settings())
                                .isNotNull();
                    }
                });
        return read.toString();
    }

    private static List<String> keys() {
        try {
            var keys = new Properties();
            keys.load(new StringReader(GeneratedKeys.text()));
            return keys.stringPropertyNames().stream()
                    .map(name -> name + "=" + keys.getProperty(name))
                    .toList();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
