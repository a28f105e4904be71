package io.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.secret.GeneratedKeys;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class BoundsTest {

    private static final Properties KEYS = keys();

    @ParameterizedTest
    @CsvSource({
        "latchkey.database.connections, 10, 9",
        "latchkey.database.connections, 200, 201",
        "latchkey.mail.smtp.port, 1, 0",
        "latchkey.mail.smtp.port, 65535, 65536"
    })
    void a_number_is_taken_up_to_its_bound(String property, String last, String beyond) {
        assertThatCode(() -> check(property, last)).doesNotThrowAnyException();
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> check(property, beyond))
                .withMessageStartingWith(property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0/0", "255.255.255.255/32", "::/0", "0000:0000:0000:0000:0000:ffff:255.255.255.255/128"})
    void a_network_may_be_everything_or_one_address(String network) {
        assertThat(Network.isValid(network)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/33",
                "10.0.0.0/1000",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.300/8",
                "proxy/8",
                "::/129",
                "::1/x",
                "00000:0000:0000:0000:0000:ffff:255.255.255.255/128"
            })
    void anything_else_is_no_network(String network) {
        assertThat(Network.isValid(network)).isFalse();
    }

    @Test
    void mail_is_written_into_the_data_directory_unless_another_one_is_named() {
        assertThat(bound("latchkey.data", "/srv/data").mailDirectory()).isEqualTo(Path.of("/srv/data/mail"));
        assertThat(bound("latchkey.mail.directory", "/srv/mail").mailDirectory())
                .isEqualTo(Path.of("/srv/mail"));
    }

    @Test
    void settings_that_hold_a_secret_do_not_show_it() {
        var settings = bound("latchkey.database.password", "secret");

        assertThat(settings.database()).hasToString("DatabaseSettings[hidden]");
        assertThat(settings.keys()).hasToString("KeySettings[hidden]");
        assertThat(settings.mail().smtp()).hasToString("SmtpSettings[hidden]");
    }

    private static void check(String property, String value) {
        new Checks(bound(property, value), new MockEnvironment()).run();
    }

    private static LatchkeyProperties bound(String property, String value) {
        var properties = new Properties();
        properties.putAll(KEYS);
        properties.put(property, value);
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("latchkey", LatchkeyProperties.class);
    }

    private static Properties keys() {
        try {
            var keys = new Properties();
            keys.load(new StringReader(GeneratedKeys.text()));
            return keys;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
