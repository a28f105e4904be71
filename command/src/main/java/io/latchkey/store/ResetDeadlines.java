package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.latchkey.command.AdvanceReset;
import io.latchkey.command.Decided;
import io.latchkey.command.NextDue;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When a reset starts, then one task goes with it to its end: it wakes the account at each of its times, which says when to
 * come again. A task that wakes too early, by another clock, comes again too.
 */
@ProcessingGroup("deadlines")
@DisallowReplay
final class ResetDeadlines {

    private static final TaskDescriptor<Void> ADVANCE = TaskDescriptor.of("advance-reset");
    static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
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
        return Tasks.custom(ADVANCE)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, failed.getTimeDone().plus(AFTER_A_FAULT)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(advance(commands.get(), instance.getId())));
    }

    private static Object advance(CommandGateway commands, String instance) {
        var ids = instance.split(BETWEEN, 2);
        return commands.send(new AdvanceReset(new AccountId(ids[0]), new RecoveryId(ids[1])))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    static CompletionHandler<Void> completion(Object answer) {
        var outcome = answer instanceof Decided decided ? decided.outcome() : answer;
        var next = outcome instanceof NextDue due ? due.at() : null;
        return next == null ? new OnCompleteRemove<>() : (done, operations) -> operations.reschedule(done, next);
    }
}
