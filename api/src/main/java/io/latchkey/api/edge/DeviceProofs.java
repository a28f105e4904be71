package io.latchkey.api.edge;

import io.latchkey.api.token.DeviceProofReader;
import io.latchkey.command.DeviceProof;
import io.latchkey.settings.CheckedSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a request proves about the key of a device, by its DPoP header and the token beside it. */
@Component
public final class DeviceProofs {

    public static final String HEADER = "DPoP";

    private final DeviceProofReader reader = new DeviceProofReader();
    private final String base;

    DeviceProofs(CheckedSettings checked) {
        base = checked.settings().baseUrl().toString().replaceFirst("/+$", "");
    }

    public static boolean isOffered(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HEADER);
    }

    /** Null when it proves nothing. The address is the configured one: a request's Host header has no say. */
    public @Nullable DeviceProof of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var proofs = request.getHeaders().getOrEmpty(HEADER);
        if (proofs.size() != 1) {
            return null;
        }
        var address = base + request.getPath().pathWithinApplication().value();
        return reader.read(proofs.getFirst(), request.getMethod().name(), address, token(request.getHeaders()))
                .orElse(null);
    }

    private static String token(HttpHeaders headers) {
        var bearer = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return bearer == null ? "" : bearer.substring(bearer.indexOf(' ') + 1);
    }
}
