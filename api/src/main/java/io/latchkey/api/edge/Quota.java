package io.latchkey.api.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many in so long; named and written as structured fields (RateLimit headers). */
final class Quota {

    private final String name;
    private final int quantity;
    private final Duration window;
    private final Bucket bucket;

    Quota(String name, int quantity, Duration window, TimeMeter time) {
        this.name = name;
        this.quantity = quantity;
        this.window = window;
        this.bucket = Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(quantity).refillGreedy(quantity, window))
                .build();
    }

    String name() {
        return name;
    }

    boolean take() {
        return bucket.tryConsume(1);
    }

    void giveBack() {
        bucket.addTokens(1);
    }

    boolean isUsed() {
        return bucket.getAvailableTokens() < 1;
    }

    long secondsToWait() {
        var nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }

    String policy() {
        return "\"" + name + "\";q=" + quantity + ";w=" + window.toSeconds();
    }

    String state() {
        return "\"" + name + "\";r=" + bucket.getAvailableTokens() + ";t=" + secondsToWait();
    }
}
