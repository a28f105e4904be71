package io.latchkey.event;

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

    private Origin() {}
}
