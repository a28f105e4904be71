package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.latchkey.command.AdvanceReset;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a reset starts, then one task goes with it to its end. */
@ProcessingGroup("deadlines")
@DisallowReplay
final class ResetDeadlines {

    private static final TaskDescriptor<Void> ADVANCE = TaskDescriptor.of("advance-reset");
    static final String BETWEEN = "/";

    private final SchedulerClient scheduler;

    ResetDeadlines(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void react(SecondFactorResetStarted event) {
        var instance = ADVANCE.instance(event.accountId() + BETWEEN + event.recoveryId());
        scheduler.scheduleIfNotExists(instance.scheduledTo(event.expiresAt()));
    }

    /** The task that carries the reset on. */
    static Task<Void> advanceReset(Supplier<CommandGateway> commands) {
        return Waking.task(ADVANCE, commands, ResetDeadlines::wish);
    }

    private static AdvanceReset wish(String instance) {
        var ids = instance.split(BETWEEN, 2);
        return new AdvanceReset(new AccountId(ids[0]), new RecoveryId(ids[1]));
    }
}
