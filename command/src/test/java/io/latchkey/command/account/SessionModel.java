package io.latchkey.command.account;

import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Ten sessions at most, oldest out first; an hour unused or a day in all ends one, fifteen minutes one of a recovery. */
final class SessionModel {

    record Session(
            SessionKind kind,
            int assurance,
            Set<Factor> by,
            String device,
            Instant proven,
            Instant seen,
            Instant end,
            int generation) {

        boolean live(Instant now) {
            boolean idle = kind == SessionKind.FULL && !now.isBefore(seen.plus(Duration.ofHours(1)));
            return now.isBefore(end) && !idle;
        }

        boolean fresh(Instant now) {
            return now.isBefore(proven.plus(Duration.ofMinutes(5)));
        }

        String shown() {
            return kind + " " + assurance + " " + by + " " + generation + " " + proven + " " + end;
        }
    }

    final Map<String, Session> all = new LinkedHashMap<>();

    Session start(String id, SessionKind kind, int assurance, Set<Factor> by, String device, Instant now) {
        var live =
                all.entrySet().stream().filter(one -> one.getValue().live(now)).toList();
        if (live.size() == 10) {
            all.remove(live.getFirst().getKey());
        }
        all.values().removeIf(old -> !old.live(now));
        var end = now.plus(kind == SessionKind.FULL ? Duration.ofHours(24) : Duration.ofMinutes(15));
        var session = new Session(kind, assurance, new TreeSet<>(by), device, now, now, end, 0);
        all.put(id, session);
        return session;
    }

    Session refresh(String id, Instant now) {
        return all.computeIfPresent(
                id,
                (key, old) -> new Session(
                        old.kind, old.assurance, old.by, old.device, old.proven, now, old.end, old.generation + 1));
    }

    void strengthen(String id, Instant now) {
        var by = new TreeSet<>(Set.of(Factor.PASSWORD, Factor.TOTP));
        all.computeIfPresent(
                id,
                (key, old) -> old.kind == SessionKind.RECOVERY
                        ? old
                        : new Session(old.kind, 2, by, old.device, now, now, old.end, old.generation));
    }

    @Nullable
    Session live(String id, Instant now) {
        var session = all.get(id);
        return session != null && session.live(now) ? session : null;
    }
}
