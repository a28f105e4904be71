package io.latchkey.api.edge;

import io.latchkey.settings.CheckedSettings;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where a request comes from: the socket, or what the last trusted proxy says. Nobody else's word counts. */
@Component
final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String NOWHERE = "0.0.0.0";
    private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"));

    private final List<Network> trusted;

    ClientAddress(CheckedSettings checked) {
        trusted = checked.settings().trustedProxies().stream().map(Network::of).toList();
    }

    String of(ServerHttpRequest request) {
        var hop = socket(request);
        var told = request.getHeaders().getValuesAsList(FORWARDED_FOR);
        for (var entry : told.reversed()) {
            if (!isTrusted(hop) || Network.bytes(entry).isEmpty()) {
                return hop;
            }
            hop = entry;
        }
        return hop;
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.stream()
                .anyMatch(network ->
                        Network.bytes(address).filter(network::contains).isPresent());
    }

    private static String socket(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? NOWHERE
                : remote.getAddress().getHostAddress().replaceFirst("%.*$", "");
    }

    private boolean isTrusted(String hop) {
        return Network.bytes(hop)
                .filter(bytes -> trusted.stream().anyMatch(network -> network.contains(bytes)))
                .isPresent();
    }
}
