package io.latchkey.settings;

import io.latchkey.command.Way;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The reset of the second factors by e-mail.
 *
 * @param waitingPeriod How long the holder can stop it, from 24h to 7d; by default what the policy says, 72h.
 */
public record DelayedResetSettings(@Nullable Duration waitingPeriod) {

    public Duration effective() {
        var rule = PolicyFile.read().rule(Way.DELAYED_RESET).waiting();
        return waitingPeriod == null ? rule.standard() : waitingPeriod;
    }
}
