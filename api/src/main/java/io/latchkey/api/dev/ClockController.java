package io.latchkey.api.dev;

import io.latchkey.api.Messages;
import io.latchkey.store.DatabaseClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Puts the time of the installation ahead, so that nobody waits for days to see what comes after them; never in production. */
@RestController
@Profile("!production")
class ClockController {

    record Time(Instant now) {}

    private final DatabaseClock clock;
    private final Messages messages;

    ClockController(DatabaseClock clock, Messages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/dev/clock")
    Time now() {
        return new Time(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @PostMapping("/dev/clock/advance")
    Mono<Time> advance(@RequestBody Advance body) {
        var by = body.checked();
        return messages.offLoop(() -> {
            clock.putAhead(by);
            return now();
        });
    }
}
