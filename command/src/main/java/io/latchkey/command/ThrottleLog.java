package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import java.time.Instant;

/** Counts the attempts a throttle refused, apart from the stream of the account. */
public interface ThrottleLog {

    void note(AccountId accountId, Factor factor, Instant at);
}
