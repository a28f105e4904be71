package io.latchkey.api.stage;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;

/** The whole edge, filters and all, without a socket in between: for tests of many thousand requests. */
public final class Desk {

    /** What was answered. */
    public record Answer(int status, String type, String body) {}

    private final HttpHandler edge;

    public Desk(ApplicationContext context) {
        edge = WebHttpHandlerBuilder.applicationContext(context).build();
    }

    /** From the same client each time; headers replace the usual ones. */
    public Answer ask(HttpMethod method, String path, byte[] body, Map<String, String> headers) {
        var all = new HttpHeaders();
        all.set("Idempotency-Key", UUID.randomUUID().toString());
        all.set("Content-Type", "application/json");
        headers.forEach(all::set);
        var request = MockServerHttpRequest.method(method, path)
                .remoteAddress(new InetSocketAddress("127.0.0.1", 1))
                .headers(all);
        var response = new MockServerHttpResponse();
        var buffer = response.bufferFactory().wrap(body);
        edge.handle(request.body(Flux.just(buffer)), response).block();
        var status = response.getStatusCode();
        return new Answer(
                status == null ? 200 : status.value(),
                String.valueOf(response.getHeaders().getContentType()),
                response.getBodyAsString().block());
    }
}
