package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.latchkey.command.ExpireRecovery;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.value.RecoveryId;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a recovery starts, then its end is put on the clock; the date survives a restart. */
@ProcessingGroup("deadlines")
@DisallowReplay
final class Deadlines {

    static final String EXPIRE_RECOVERY = "expire-recovery";

    private final SchedulerClient scheduler;

    Deadlines(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void react(RecoveryStarted event) {
        var end = expireRecovery(null).instance(event.recoveryId());
        scheduler.scheduleIfNotExists(end, event.expiresAt());
    }

    /** The task that carries the expiry out; a gateway is needed only where it runs. */
    static OneTimeTask<Void> expireRecovery(@org.jspecify.annotations.Nullable CommandGateway commands) {
        return Tasks.oneTime(EXPIRE_RECOVERY).execute((instance, context) -> {
            var wish = new ExpireRecovery(new RecoveryId(instance.getId()));
            if (commands != null) {
                commands.sendAndWait(wish, 10, TimeUnit.SECONDS);
            }
        });
    }
}
