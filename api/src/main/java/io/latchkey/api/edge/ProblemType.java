package io.latchkey.api.edge;

/** Every way a request can fail (RFC 9457); there is no other. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be understood"),
    INVALID_OR_EXPIRED_PROOF(400, "invalid-or-expired-proof", "The proof is not valid or has expired"),
    INVALID_CREDENTIALS(401, "invalid-credentials", "The credentials are not valid"),
    INVALID_TOKEN(401, "invalid-token", "A valid token is needed"),
    STEP_UP_REQUIRED(401, "step-up-required", "A fresh proof of the second factor is needed"),
    FORBIDDEN(403, "forbidden", "This is not allowed"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not offered here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "The answer is not available in that format"),
    CONFLICT(409, "conflict", "The request does not fit the present state"),
    SECRET_ALREADY_DELIVERED(409, "secret-already-delivered", "The secret was shown before and is not shown again"),
    CONTENT_TOO_LARGE(413, "content-too-large", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body must be JSON"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "The Idempotency-Key was used with another request"),
    QUOTA_EXCEEDED(429, "https://iana.org/assignments/http-problem-types#quota-exceeded", "Too many requests"),
    INTERNAL_ERROR(500, "internal-error", "Something went wrong here"),
    TEMPORARILY_UNAVAILABLE(503, "temporarily-unavailable", "The service cannot answer at the moment");

    private final int status;
    private final String name;
    private final String title;

    ProblemType(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String uri() {
        return name.contains(":") ? name : "urn:latchkey:problem:" + name;
    }

    public String title() {
        return title;
    }
}
