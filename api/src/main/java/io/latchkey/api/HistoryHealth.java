package io.latchkey.api;

import io.latchkey.store.StrictEvents;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down for good once this node met an event it does not know: readers stop there without a failure of their own. */
@Component("history")
final class HistoryHealth implements HealthIndicator {

    private final StrictEvents events;

    HistoryHealth(StrictEvents events) {
        this.events = events;
    }

    @Override
    public Health health() {
        var met = events.met();
        return met == null ? Health.up().build() : Health.down(met).build();
    }
}
