package io.latchkey.api.edge;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Refusals whose time would tell what they are about leave a quarter of a second after the request came, none sooner. */
public final class Floor {

    private static final Duration TIME = Duration.ofMillis(250);

    private Floor() {}

    /** An answer tells by itself and a failure tells nothing: both leave at once. */
    public static <T> Mono<T> underRefusals(Mono<T> answer) {
        return Mono.defer(() -> {
            long begun = System.nanoTime();
            return answer.onErrorResume(
                    Refusal.class, refusal -> Mono.delay(left(begun)).then(Mono.error(refusal)));
        });
    }

    private static Duration left(long begun) {
        var left = TIME.minusNanos(System.nanoTime() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
