package io.latchkey.api.edge;

import io.latchkey.api.token.TokenRefused;
import io.latchkey.value.Malformed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/** Which face a failure has: the innermost cause that tells decides, so a wrapper never hides a rule. */
final class Failures {

    private static final int DEPTH = 12;
    private static final String CHECK_SYMBOL = "check symbol";

    private Failures() {}

    static Refusal refusal(Throwable failure) {
        return last(failure, Failures::rule)
                .or(() -> Outages.among(causes(failure))
                        ? Optional.of(new Refusal(ProblemType.TEMPORARILY_UNAVAILABLE))
                        : Optional.empty())
                .or(() -> last(failure, Failures::protocol))
                .orElseGet(() -> new Refusal(ProblemType.INTERNAL_ERROR));
    }

    private static Optional<Refusal> last(Throwable failure, Function<Throwable, Optional<Refusal>> reading) {
        return causes(failure).map(reading).flatMap(Optional::stream).reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }

    private static Optional<Refusal> rule(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> Optional.of(refusal);
            case Malformed malformed -> Optional.of(malformed(malformed));
            case JacksonException unreadable ->
                Optional.of(new Refusal(ProblemType.MALFORMED_REQUEST, JsonFaults.of(unreadable)));
            case TokenRefused ignored -> Optional.of(new Refusal(ProblemType.INVALID_TOKEN));
            case DataBufferLimitException ignored -> Optional.of(new Refusal(ProblemType.CONTENT_TOO_LARGE));
            default -> Optional.empty();
        };
    }

    /** A slip of the pen in a saved code is a proof that is not valid (RC-8), found before any hashing. */
    private static Refusal malformed(Malformed malformed) {
        var type = malformed.rule().equals(CHECK_SYMBOL)
                ? ProblemType.INVALID_OR_EXPIRED_PROOF
                : ProblemType.MALFORMED_REQUEST;
        return new Refusal(type, new Fault(malformed.field(), malformed.rule()));
    }

    private static Optional<Refusal> protocol(Throwable cause) {
        return switch (cause) {
            case AuthenticationException ignored -> Optional.of(new Refusal(ProblemType.INVALID_TOKEN));
            case AccessDeniedException ignored -> Optional.of(new Refusal(ProblemType.FORBIDDEN));
            case ServerExchangeRejectedException ignored ->
                Optional.of(new Refusal(ProblemType.MALFORMED_REQUEST, new Fault("request", "not allowed")));
            case CodecException ignored ->
                Optional.of(new Refusal(ProblemType.MALFORMED_REQUEST, new Fault("body", "JSON")));
            case ResponseStatusException spring -> Optional.of(spring(spring));
            default -> Optional.empty();
        };
    }

    private static Refusal spring(ResponseStatusException failure) {
        return switch (failure.getStatusCode().value()) {
            case 404 -> new Refusal(ProblemType.NOT_FOUND);
            case 405 -> new Refusal(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> new Refusal(ProblemType.NOT_ACCEPTABLE);
            case 413 -> new Refusal(ProblemType.CONTENT_TOO_LARGE);
            case 415 -> new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> new Refusal(ProblemType.TEMPORARILY_UNAVAILABLE);
            default ->
                failure.getStatusCode().is4xxClientError()
                        ? new Refusal(ProblemType.MALFORMED_REQUEST, List.of(new Fault("request", "readable")))
                        : new Refusal(ProblemType.INTERNAL_ERROR);
        };
    }
}
