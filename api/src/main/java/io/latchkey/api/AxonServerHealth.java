package io.latchkey.api;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether commands and queries find their way; Axon's own indicator does not load here. */
@Component("axonServer")
@ConditionalOnProperty("axon.axonserver.enabled")
final class AxonServerHealth implements HealthIndicator {
    private final AxonServerConnectionManager connections;

    AxonServerHealth(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        var contexts = connections.connections();
        var up = !contexts.isEmpty() && contexts.values().stream().allMatch(Boolean::booleanValue);
        return (up ? Health.up() : Health.down()).withDetails(contexts).build();
    }
}
