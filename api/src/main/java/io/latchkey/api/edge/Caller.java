package io.latchkey.api.edge;

import io.latchkey.command.Limits;
import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Who asks, by a verified access token of a live session. */
public record Caller(AccountId accountId, SessionId sessionId, String scope, Set<Role> roles, Instant provenAt) {

    /** An access token proves nothing about now (NB-30): what staff change needs a proof not older than five minutes. */
    public void requireFreshProof(Clock clock) {
        if (clock.instant().isAfter(provenAt.plus(Limits.FRESH_PROOF))) {
            throw new Refusal(ProblemType.STEP_UP_REQUIRED);
        }
    }
}
