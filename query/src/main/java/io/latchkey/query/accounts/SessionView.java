package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import io.latchkey.value.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sessions; one that has ended stays until it would have run out. */
final class SessionView {

    private SessionView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case SessionStarted event -> start(fact, event, writes);
            case SessionRefreshed event ->
                writes.add("update session_view set seen_at = ? where session_id = ?", fact.at(), event.sessionId());
            case TotpEnrolled event -> strengthen(fact, event, writes);
            case SessionEnded event -> end(fact, writes, "session_id = ?", event.sessionId());
            case SessionsEnded event ->
                end(
                        fact,
                        writes,
                        "account_id = ? and session_id is distinct from ?",
                        event.accountId(),
                        event.keptSessionId());
            case DeviceForgotten event ->
                end(fact, writes, "account_id = ? and device_id = ?", event.accountId(), event.deviceId());
            case DeviceSuspended event ->
                end(fact, writes, "account_id = ? and device_id = ?", event.accountId(), event.deviceId());
            case AccountRecovered event -> endAll(fact, event.accountId(), writes);
            case SecondFactorResetByDevice event -> endAll(fact, event.accountId(), writes);
            case AccountErased event -> writes.add("delete from session_view where account_id = ?", event.accountId());
            case LatchkeyEvent other -> {}
        }
    }

    /** What has run out by then goes, so that the rows of an account stay few. */
    private static void start(Fact fact, SessionStarted event, Writes writes) {
        writes.add(
                "delete from session_view where account_id = ?"
                        + " and (expires_at <= ? or kind = 'FULL' and seen_at <= ?)",
                event.accountId(),
                fact.at(),
                fact.at().minus(Limits.SESSION_IDLE));
        writes.add(
                """
                insert into session_view (session_id, account_id, kind, assurance, factors, device_id, started_at,
                    proven_at, seen_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                event.sessionId(),
                event.accountId(),
                event.kind(),
                event.assurance(),
                event.factors(),
                event.deviceId(),
                fact.at(),
                fact.at(),
                fact.at(),
                event.expiresAt());
    }

    /** The first right code of a new authenticator is a second factor for the session that gave it. */
    private static void strengthen(Fact fact, TotpEnrolled event, Writes writes) {
        writes.add(
                "update session_view set assurance = 2, factors = ?, proven_at = ?, seen_at = ?"
                        + " where session_id = ? and kind = 'FULL'",
                List.of(Factor.PASSWORD, Factor.TOTP),
                fact.at(),
                fact.at(),
                event.sessionId());
    }

    static void endAll(Fact fact, String accountId, Writes writes) {
        end(fact, writes, "account_id = ?", accountId);
    }

    private static void end(Fact fact, Writes writes, String which, @Nullable Object... of) {
        var values = Stream.concat(Stream.of(fact.at()), Arrays.stream(of)).toArray();
        writes.add("update session_view set ended_at = ? where ended_at is null and " + which, values);
    }
}
