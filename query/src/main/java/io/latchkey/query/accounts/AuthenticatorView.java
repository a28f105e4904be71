package io.latchkey.query.accounts;

import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;

/** Every authenticator an account has or had. */
final class AuthenticatorView {

    private AuthenticatorView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case TotpEnrolmentStarted event -> start(fact, event, writes);
            case TotpEnrolled event ->
                writes.add(
                        "update authenticator_view set status = 'ACTIVE', enrolled_at = ?, last_used_at = ?"
                                + " where authenticator_id = ?",
                        fact.at(),
                        fact.at(),
                        event.authenticatorId());
            case TotpAccepted event ->
                writes.add(
                        "update authenticator_view set last_used_at = ? where authenticator_id = ?",
                        fact.at(),
                        event.authenticatorId());
            case AuthenticatorRenamed event ->
                writes.add(
                        "update authenticator_view set sealed_name = ? where authenticator_id = ?",
                        event.sealedName(),
                        event.authenticatorId());
            case AuthenticatorRemoved event ->
                writes.add(
                        "update authenticator_view set status = 'REMOVED', removed_at = ? where authenticator_id = ?",
                        fact.at(),
                        event.authenticatorId());
            case AccountRecovered event -> removeAll(fact, event.accountId(), writes);
            case SecondFactorResetByDevice event -> removeAll(fact, event.accountId(), writes);
            case AccountErased event ->
                writes.add("delete from authenticator_view where account_id = ?", event.accountId());
            case LatchkeyEvent other -> {}
        }
    }

    /** Only one may wait for its first code: the one before it is given up. */
    private static void start(Fact fact, TotpEnrolmentStarted event, Writes writes) {
        writes.add(
                "update authenticator_view set status = 'ABANDONED', removed_at = ?"
                        + " where account_id = ? and status = 'PENDING'",
                fact.at(),
                event.accountId());
        writes.add(
                """
                insert into authenticator_view (authenticator_id, account_id, sealed_name, algorithm, digits,
                    period_seconds, status, started_at, expires_at)
                values (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)""",
                event.authenticatorId(),
                event.accountId(),
                event.sealedName(),
                event.algorithm(),
                event.digits(),
                event.periodSeconds(),
                fact.at(),
                event.expiresAt());
    }

    private static void removeAll(Fact fact, String accountId, Writes writes) {
        writes.add(
                "update authenticator_view set status = 'REMOVED', removed_at = ?"
                        + " where account_id = ? and status in ('ACTIVE', 'SUSPENDED', 'PENDING')",
                fact.at(),
                accountId);
    }
}
