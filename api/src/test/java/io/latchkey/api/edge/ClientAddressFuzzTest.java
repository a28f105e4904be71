package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.TestKeys;
import io.latchkey.fuzz.Fuzzing;
import io.latchkey.secret.Hashing;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/** Whatever is told about where a request comes from: a short address comes out, which a bucket can be made of. */
class ClientAddressFuzzTest extends Fuzzing {

    private final Hashing hashing = new Hashing(TestKeys.ring(TestKeys.signing()));
    private final ClientAddress trusting = believing("10.0.0.0/8, 2001:db8::/32");
    private final ClientAddress doubting = believing("");

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "203.0.113.9",
                "6.6.6.6, 203.0.113.9, 10.0.0.2",
                "2001:db8::7, 10.0.0.1",
                "::ffff:127.0.0.1",
                "unknown, _hidden, \"[2001:db8::1]:80\"",
                "0000000000000000000000000000001::1",
                "fe80::1%eth0");
    }

    @Override
    protected void once(byte[] input) {
        var told = new String(input, StandardCharsets.UTF_8);
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress("10.0.0.1", 1))
                .header("X-Forwarded-For", told)
                .header("Forwarded", "for=" + told)
                .header("X-Real-IP", told)
                .build();

        var address = trusting.of(request);
        assertThat(address).matches("[0-9a-fA-F.:]{2,45}");
        assertThat(hashing.client(address)).hasSize(43);
        assertThat(ClientAddress.isLoopback(address)).isIn(true, false);
        assertThat(doubting.of(request)).isEqualTo("10.0.0.1");
    }

    private static ClientAddress believing(String networks) {
        var given = new MapConfigurationPropertySource(Map.of("latchkey.trusted-proxies", networks));
        return new ClientAddress(
                new CheckedSettings(new Binder(given).bindOrCreate("latchkey", LatchkeyProperties.class)));
    }
}
