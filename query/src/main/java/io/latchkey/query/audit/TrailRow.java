package io.latchkey.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A stored line of the trail, still sealed. */
record TrailRow(
        long position,
        String eventId,
        Instant at,
        String type,
        @Nullable String accountId,
        @Nullable String recoveryId,
        String actor,
        String actorRole,
        String outcome,
        @Nullable String reason,
        @Nullable String factor,
        String details,
        @Nullable String correlationId,
        @Nullable String sealedClient,
        @Nullable String sealedAgent,
        @Nullable String policyVersion) {

    static final String SELECT = """
            select position, event_id, at, type, account_id, recovery_id, actor, actor_role, outcome, reason, factor,
                details, correlation_id, sealed_client, sealed_agent, policy_version
            from audit_record""";

    static TrailRow of(ResultSet row, int number) throws SQLException {
        return new TrailRow(
                row.getLong("position"),
                row.getString("event_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("account_id"),
                row.getString("recovery_id"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("factor"),
                row.getString("details"),
                row.getString("correlation_id"),
                row.getString("sealed_client"),
                row.getString("sealed_agent"),
                row.getString("policy_version"));
    }
}
