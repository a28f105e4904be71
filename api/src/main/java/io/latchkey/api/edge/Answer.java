package io.latchkey.api.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** What was answered, fit to be answered again to an equal request. */
record Answer(@Nullable HttpStatusCode status, @Nullable MediaType type, byte[] body) {

    boolean succeeded() {
        return status == null || status.is2xxSuccessful();
    }

    Mono<Void> writeTo(ServerHttpResponse response) {
        response.setStatusCode(status);
        if (type != null) {
            response.getHeaders().setContentType(type);
        }
        if (body.length == 0) {
            return response.setComplete();
        }
        response.getHeaders().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
