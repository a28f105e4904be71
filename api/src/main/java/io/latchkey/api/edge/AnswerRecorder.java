package io.latchkey.api.edge;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/** Passes an answer on and keeps a copy of it. */
final class AnswerRecorder extends ServerHttpResponseDecorator {

    private volatile byte[] body = new byte[0];

    AnswerRecorder(ServerHttpResponse response) {
        super(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        return super.writeWith(DataBufferUtils.join(content).doOnNext(buffer -> {
            var copy = new byte[buffer.readableByteCount()];
            var start = buffer.readPosition();
            buffer.read(copy);
            buffer.readPosition(start);
            body = copy;
        }));
    }

    Answer answer() {
        return new Answer(getStatusCode(), getHeaders().getContentType(), body);
    }
}
