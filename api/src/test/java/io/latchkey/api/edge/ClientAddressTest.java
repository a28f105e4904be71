package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.value.Malformed;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    private static ClientAddress trusting(String networks) {
        var given = new MapConfigurationPropertySource(Map.of("latchkey.trusted-proxies", networks));
        var settings = new Binder(given).bindOrCreate("latchkey", LatchkeyProperties.class);
        return new ClientAddress(new CheckedSettings(settings));
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String socket) {
        return MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(socket, 1));
    }

    @Test
    void nobody_is_believed_by_default() {
        var request = from("10.0.0.1").header("X-Forwarded-For", "203.0.113.9").build();
        assertThat(trusting("").of(request)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 203.0.113.9, 192.0.2.1",
        "10.0.0.1, 203.0.113.9, 203.0.113.9",
        "10.0.0.1, '6.6.6.6, 203.0.113.9', 203.0.113.9",
        "10.0.0.1, '6.6.6.6, 203.0.113.9, 10.0.0.2', 203.0.113.9",
        "10.0.0.1, 'unknown', 10.0.0.1",
        "10.0.0.1, '203.0.113.9, evil.example', 10.0.0.1",
        "10.0.0.1, '10.0.0.3, 10.0.0.2', 10.0.0.3",
        "10.0.0.1, 2001:db8::7, 2001:db8::7"
    })
    void the_last_trusted_hop_is_believed_and_no_one_before_it(String socket, String told, String client) {
        assertThat(trusting("10.0.0.0/8")
                        .of(from(socket).header("X-Forwarded-For", told).build()))
                .isEqualTo(client);
    }

    @Test
    void an_address_with_zeros_without_end_is_none() {
        var endless = "0".repeat(5_000) + "1::1";
        assertThat(Network.bytes(endless)).isEmpty();
        assertThat(trusting("10.0.0.0/8")
                        .of(from("10.0.0.1").header("X-Forwarded-For", endless).build()))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void several_headers_are_one_list() {
        var request = from("10.0.0.1")
                .header("X-Forwarded-For", "6.6.6.6", "203.0.113.9")
                .build();
        assertThat(trusting("10.0.0.0/8").of(request)).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "10.0.0.1, 10.0.0.1, true",
        "0.0.0.0/0, ::1, false"
    })
    void a_network_holds_its_own(String network, String address, boolean held) {
        assertThat(Network.of(network).contains(Network.bytes(address).orElseThrow()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "300.0.0.1"})
    void a_network_that_is_none(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(Malformed.class);
    }
}
