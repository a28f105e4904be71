package io.latchkey.api;

import io.latchkey.store.FirstAdmin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the one-time token for the first admin, as long as there is none. */
public final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final FirstAdmin firstAdmin;
    private volatile @Nullable String token;

    FirstStart(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    /** The token printed at this start, or null when there is an admin already. */
    public @Nullable String bootstrapToken() {
        return token;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void printToken() {
        token = firstAdmin.issue().orElse(null);
        if (token != null) {
            LOG.info("There is no admin yet. One-time bootstrap token: {}", token);
        }
    }
}
