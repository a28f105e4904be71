package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A refusal waits until its time has come, anything else does not wait. */
class FloorTest {

    private static final Duration TIME = Duration.ofMillis(250);

    @Test
    void a_refusal_leaves_no_sooner() {
        var refused = StepVerifier.create(Floor.underRefusals(Mono.error(new Refusal(ProblemType.NOT_FOUND))))
                .expectError(Refusal.class);
        assertThat(refused.verify()).isGreaterThanOrEqualTo(TIME);
    }

    @Test
    void one_that_took_longer_leaves_at_once() {
        var late = Mono.delay(TIME).then(Mono.error(new Refusal(ProblemType.NOT_FOUND)));
        var refused = StepVerifier.create(Floor.underRefusals(late)).expectError(Refusal.class);
        assertThat(refused.verify()).isBetween(TIME, TIME.multipliedBy(2));
    }

    @Test
    void an_answer_does_not_wait() {
        var answered =
                StepVerifier.create(Floor.underRefusals(Mono.just("proven"))).expectNext("proven");
        assertThat(answered.expectComplete().verify()).isLessThan(TIME);
    }

    @Test
    void a_failure_does_not_wait() {
        var failed = StepVerifier.create(Floor.underRefusals(Mono.error(new IllegalStateException("an outage"))))
                .expectError(IllegalStateException.class);
        assertThat(failed.verify()).isLessThan(TIME);
    }
}
