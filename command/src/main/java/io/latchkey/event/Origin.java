package io.latchkey.event;

import java.util.List;

/** The metadata every event carries: who acted, from where, in which request. Nothing personal is readable in it. */
public final class Origin {

    /** The account that acted, or {@code anonymous}. */
    public static final String ACTOR = "actor";

    /** holder, staff, anonymous or system. */
    public static final String ACTOR_ROLE = "actorRole";

    /** The id of the request, also in its answer. */
    public static final String CORRELATION_ID = "correlationId";

    /** The sealed client address. */
    public static final String CLIENT = "client";

    /** A keyed digest of the client address, to filter by. */
    public static final String CLIENT_KEY = "clientKey";

    /** The sealed User-Agent. */
    public static final String AGENT = "agent";

    /** A keyed digest of caller, route and Idempotency-Key; on commands only. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** A keyed digest of the request body; on commands only. */
    public static final String REQUEST_DIGEST = "requestDigest";

    /** The message that caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The message that began it all. */
    public static final String TRACE_ID = "traceId";

    private static final List<String> CARRIED = List.of(ACTOR, ACTOR_ROLE, CORRELATION_ID, CLIENT, CLIENT_KEY, AGENT);

    private Origin() {}

    /** What an event takes over from the command that caused it. */
    public static List<String> carried() {
        return CARRIED;
    }
}
