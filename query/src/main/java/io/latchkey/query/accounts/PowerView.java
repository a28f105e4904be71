package io.latchkey.query.accounts;

import io.latchkey.event.GroupJoined;
import io.latchkey.event.GroupLeft;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.RoleRevoked;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import io.latchkey.value.GroupRole;

/** Since when an account has less power over others than it had, by its own events. */
final class PowerView {

    private PowerView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case GroupJoined event -> {
                stop(fact, event.groupId(), writes);
                if (event.role() == GroupRole.ORGANIZER) {
                    writes.add(
                            "update account_view set leads = array_append(leads, ?) where account_id = ?",
                            event.groupId(),
                            event.accountId());
                }
            }
            case GroupLeft event -> stop(fact, event.groupId(), writes);
            case RoleRevoked event ->
                writes.add(
                        "update account_view set power_lost_at = ? where account_id = ?", fact.at(), event.accountId());
            case LatchkeyEvent other -> {}
        }
    }

    private static void stop(Fact fact, String groupId, Writes writes) {
        writes.add(
                "update account_view set leads = array_remove(leads, ?), power_lost_at = ?"
                        + " where account_id = ? and ? = any (leads)",
                groupId,
                fact.at(),
                fact.aggregateId(),
                groupId);
    }
}
