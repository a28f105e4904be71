package io.latchkey.api.signin;

import io.latchkey.api.edge.Caller;
import io.latchkey.query.accounts.SessionLine;
import io.latchkey.query.accounts.Sessions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The live sessions of an account. */
record SessionList(List<Session> sessions) {

    record Session(
            String id,

            @Schema(description = "Is it the one that asks?")
            boolean current,

            @Schema(allowableValues = {"full", "recovery"}) String kind,

            @Schema(description = "NIST authenticator assurance level, 1 or 2")
            int assurance,

            @Schema(example = "[\"password\", \"totp\"]") List<String> factors,
            @Nullable String deviceId,
            Instant startedAt,
            Instant seenAt,
            Instant expiresAt) {

        static Session of(SessionLine line, Caller caller) {
            return new Session(
                    line.id(),
                    line.id().equals(caller.sessionId().value()),
                    lower(line.kind()),
                    line.assurance(),
                    line.factors().stream().map(Session::lower).toList(),
                    line.deviceId(),
                    line.startedAt(),
                    line.seenAt(),
                    line.expiresAt());
        }

        private static String lower(Enum<?> name) {
            return name.name().toLowerCase(Locale.ROOT);
        }
    }

    static SessionList of(Sessions found, Caller caller) {
        return new SessionList(
                found.sessions().stream().map(line -> Session.of(line, caller)).toList());
    }
}
