package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.latchkey.command.ExpireRecovery;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.value.RecoveryId;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a recovery starts, then its end is put on the clock; the date survives a restart. */
@ProcessingGroup("deadlines")
@DisallowReplay
final class Deadlines {

    private static final String EXPIRE_RECOVERY = "expire-recovery";
    private static final TaskDescriptor<Void> EXPIRE = TaskDescriptor.of(EXPIRE_RECOVERY);

    private final SchedulerClient scheduler;

    Deadlines(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void react(RecoveryStarted event) {
        scheduler.scheduleIfNotExists(EXPIRE.instance(event.recoveryId()).scheduledTo(event.expiresAt()));
    }

    /** The task that carries the expiry out. */
    static OneTimeTask<Void> expireRecovery(Supplier<CommandGateway> commands) {
        return Tasks.oneTime(EXPIRE_RECOVERY)
                .execute((instance, context) -> commands.get()
                        .send(new ExpireRecovery(new RecoveryId(instance.getId())))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());
    }
}
