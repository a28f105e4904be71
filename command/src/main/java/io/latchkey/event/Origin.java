package io.latchkey.event;

import java.util.List;

/** Metadata of every message: who wished it, from where, and in which request. */
public final class Origin {
    /** Account of the person who acts; absent where nobody is known. */
    public static final String ACTOR = "actor";

    public static final String ACTOR_ROLE = "actorRole";

    /** The id that an error answer shows and that finds its records. */
    public static final String CORRELATION_ID = "correlationId";

    /** Sealed network address. */
    public static final String CLIENT = "client";

    /** Keyed digest of the client's network, the same for the same network. */
    public static final String CLIENT_KEY = "clientKey";

    /** Sealed user agent. */
    public static final String AGENT = "agent";

    /** The message that caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The message that began it all. */
    public static final String TRACE_ID = "traceId";

    /** A keyed digest of caller, route and Idempotency-Key; on commands only. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** A keyed digest of the request body; on commands only. */
    public static final String REQUEST_DIGEST = "requestDigest";

    private static final List<String> CARRIED = List.of(ACTOR, ACTOR_ROLE, CORRELATION_ID, CLIENT, CLIENT_KEY, AGENT);

    private Origin() {}

    /** What an event takes over from the command that caused it. */
    public static List<String> carried() {
        return CARRIED;
    }
}
