package io.latchkey.command.account;

import io.latchkey.command.Limits;
import io.latchkey.event.SessionKind;
import io.latchkey.event.SessionStarted;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The live sessions of one account, oldest first. */
final class Sessions {

    record Session(
            String id,
            SessionKind kind,
            int assurance,
            List<Factor> factors,
            @Nullable String deviceId,
            Instant provenAt,
            Instant seenAt,
            Instant expiresAt,
            int generation) {

        boolean live(Instant now) {
            var idle = kind == SessionKind.FULL && !now.isBefore(seenAt.plus(Limits.SESSION_IDLE));
            return now.isBefore(expiresAt) && !idle;
        }

        boolean fresh(Instant now) {
            return now.isBefore(provenAt.plus(Limits.FRESH_PROOF));
        }
    }

    private final Map<String, Session> sessions = new LinkedHashMap<>();

    void start(SessionStarted event, Instant at) {
        sessions.values().removeIf(old -> !old.live(at));
        var factors = List.copyOf(event.factors());
        sessions.put(
                event.sessionId(),
                new Session(
                        event.sessionId(),
                        event.kind(),
                        event.assurance(),
                        factors,
                        event.deviceId(),
                        at,
                        at,
                        event.expiresAt(),
                        0));
    }

    void refresh(String id, int generation, Instant at) {
        sessions.computeIfPresent(
                id,
                (key, old) -> new Session(
                        key,
                        old.kind,
                        old.assurance,
                        old.factors,
                        old.deviceId,
                        old.provenAt,
                        at,
                        old.expiresAt,
                        generation));
    }

    /** A right first code of a new authenticator is itself a second factor for the session that gave it. */
    void strengthen(String id, Instant at) {
        sessions.computeIfPresent(
                id,
                (key, old) -> old.kind == SessionKind.RECOVERY
                        ? old
                        : new Session(
                                key,
                                old.kind,
                                2,
                                List.of(Factor.PASSWORD, Factor.TOTP),
                                old.deviceId,
                                at,
                                at,
                                old.expiresAt,
                                old.generation));
    }

    void end(String id) {
        sessions.remove(id);
    }

    void endAllBut(@Nullable String kept) {
        sessions.keySet().removeIf(id -> !id.equals(kept));
    }

    void endOfDevice(String deviceId) {
        sessions.values().removeIf(session -> deviceId.equals(session.deviceId));
    }

    @Nullable
    Session live(String id, Instant now) {
        var session = sessions.get(id);
        return session != null && session.live(now) ? session : null;
    }

    @Nullable
    Session find(String id) {
        return sessions.get(id);
    }

    boolean others(String id) {
        return sessions.keySet().stream().anyMatch(other -> !other.equals(id));
    }

    /** The session to end so that one more fits, or null. */
    @Nullable
    Session surplus(Instant now) {
        var live =
                sessions.values().stream().filter(session -> session.live(now)).toList();
        return live.size() < Limits.SESSIONS ? null : live.getFirst();
    }
}
