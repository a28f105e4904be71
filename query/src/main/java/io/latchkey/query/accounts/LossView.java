package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.DeviceSuspended;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.UnfreezingRequested;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was reported lost, and accounts that are frozen. */
final class LossView {

    private static final String NO_REQUEST =
            "unfreezing_by = null, unfreezing_until = null, sealed_unfreezing_note = null";

    private LossView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case AuthenticatorSuspended event -> mark(event.authenticatorId(), "SUSPENDED", writes);
            case AuthenticatorResumed event -> mark(event.authenticatorId(), "ACTIVE", writes);
            case DeviceSuspended event -> suspend(event.deviceId(), fact.at(), writes);
            case DeviceResumed event -> suspend(event.deviceId(), null, writes);
            case AccountFrozen event -> freeze(fact, event, writes);
            case UnfreezingRequested event ->
                writes.add(
                        "update account_view set unfreezing_by = ?, unfreezing_until = ?, sealed_unfreezing_note = ?"
                                + " where account_id = ?",
                        event.requestedBy(),
                        event.expiresAt(),
                        event.sealedNote(),
                        event.accountId());
            case AccountUnfrozen event ->
                writes.add(
                        "update account_view set frozen_at = null, frozen_by_notice = null, " + NO_REQUEST
                                + " where account_id = ?",
                        event.accountId());
            case LatchkeyEvent other -> {}
        }
    }

    private static void mark(String authenticatorId, String status, Writes writes) {
        writes.add("update authenticator_view set status = ? where authenticator_id = ?", status, authenticatorId);
    }

    private static void suspend(String deviceId, @Nullable Instant at, Writes writes) {
        writes.add("update device_view set suspended_at = ? where device_id = ?", at, deviceId);
    }

    /** What staff asked for is withdrawn by an objection to that, not by one to something older. */
    private static void freeze(Fact fact, AccountFrozen event, Writes writes) {
        writes.add(
                "update account_view set frozen_at = coalesce(frozen_at, ?), frozen_by_notice = ? where account_id = ?",
                fact.at(),
                event.noticeId(),
                event.accountId());
        writes.add(
                "update account_view set " + NO_REQUEST
                        + " where account_id = ? and date_trunc('milliseconds', unfreezing_until) <= ?",
                event.accountId(),
                event.noticedAt().plus(Limits.UNFREEZING));
    }
}
