package io.latchkey.api.edge;

import io.latchkey.command.KeyReused;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.SecretsDelivered;
import io.latchkey.command.Throttled;
import io.latchkey.event.Reason;
import reactor.core.publisher.Mono;

/** Which face a refusal shows. Whoever has not proven anything learns nothing; a holder learns what to do next. */
public enum Door {
    /** Password and secret key. */
    CREDENTIALS,
    /** A refresh token. */
    TOKEN,
    /** A code: wrong, used, expired, locked and unknown look the same. */
    PROOF,
    /** The last step of a recovery, which may come too early. */
    COMPLETION,
    /** A change by a holder or by staff. */
    HOLDER,
    /** A change in a group, by somebody in it, or between a holder and the recovery contacts. */
    ORGANIZER;

    /** The outcome hoped for, or the refusal in the face of this door. */
    public <O extends Outcome> Mono<O> expect(Class<O> hoped, Mono<Outcome> answer) {
        return answer.map(outcome -> {
            if (hoped.isInstance(outcome)) {
                return hoped.cast(outcome);
            }
            throw refusal(outcome);
        });
    }

    /** For an outcome that was not hoped for. */
    public RuntimeException refusal(Outcome outcome) {
        return switch (outcome) {
            case Refused refused -> new Refusal(face(refused.reason()));
            case Throttled ignored -> new Refusal(face(Reason.THROTTLED));
            case SecretsDelivered ignored -> new Refusal(ProblemType.SECRET_ALREADY_DELIVERED);
            case KeyReused ignored -> new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED);
            case Outcome other ->
                new IllegalStateException(
                        "unexpected outcome " + other.getClass().getSimpleName());
        };
    }

    /** Where the answer is the same whatever happened; only a reused key is told. */
    public static Mono<Void> keepSilent(Mono<Outcome> answer) {
        return answer.filter(KeyReused.class::isInstance)
                .flatMap(reused -> Mono.error(new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED)));
    }

    private ProblemType face(Reason reason) {
        return switch (this) {
            case CREDENTIALS -> ProblemType.INVALID_CREDENTIALS;
            case TOKEN -> ProblemType.INVALID_TOKEN;
            case PROOF -> ProblemType.INVALID_OR_EXPIRED_PROOF;
            case COMPLETION -> completion(reason);
            case HOLDER -> holder(reason);
            case ORGANIZER -> organizer(reason);
        };
    }

    /** Whoever comes this far without a proof is told no more than that one is missing. */
    private static ProblemType completion(Reason reason) {
        return switch (reason) {
            case MISSING_PROOF, TOO_EARLY, MISSING_APPROVAL, TOO_FEW_CONTACTS, IN_PROGRESS, QUARANTINED ->
                ProblemType.CONFLICT;
            default -> ProblemType.INVALID_OR_EXPIRED_PROOF;
        };
    }

    private static ProblemType holder(Reason reason) {
        return switch (reason) {
            case STEP_UP_REQUIRED -> ProblemType.STEP_UP_REQUIRED;
            case RECOVERY_SESSION, NOT_ALLOWED, NO_LONGER_STAFF, OWN_CASE, SAME_PERSON -> ProblemType.FORBIDDEN;
            case NOT_FOUND, UNKNOWN_ACCOUNT, ERASED -> ProblemType.NOT_FOUND;
            case MISSING_PROOF, NO_SUCH_FACTOR, FROZEN, LAST_ORGANIZER, STILL_IN_GROUP, REPLACED ->
                ProblemType.CONFLICT;
            default -> ProblemType.INVALID_OR_EXPIRED_PROOF;
        };
    }

    /** An organizer learns what is missing, for the case is told in the group anyway. */
    private static ProblemType organizer(Reason reason) {
        return switch (reason) {
            case CONSENTS_SPENT -> ProblemType.FORBIDDEN;
            case TOO_EARLY, MISSING_APPROVAL, IN_PROGRESS, QUARANTINED, EXPIRED, ALREADY_USED, TOO_NEW ->
                ProblemType.CONFLICT;
            default -> holder(reason);
        };
    }
}
