package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.latchkey.command.AdvanceAssistance;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/** When others begin to help with a recovery, then one task goes with it to its end, as with a reset. */
@ProcessingGroup("deadlines")
@DisallowReplay
final class AssistanceDeadlines {

    private static final TaskDescriptor<Void> ADVANCE = TaskDescriptor.of("advance-assistance");

    private final SchedulerClient scheduler;

    AssistanceDeadlines(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void react(AssistedRecoveryStarted event) {
        scheduler.scheduleIfNotExists(of(event.accountId(), event.recoveryId()).scheduledTo(event.expiresAt()));
    }

    @EventHandler
    void react(ContactRecoveryStarted event) {
        scheduler.scheduleIfNotExists(of(event.accountId(), event.recoveryId()).scheduledTo(event.expiresAt()));
    }

    @EventHandler
    void react(ContactRecoveryScheduled event, @Timestamp Instant at) {
        hurry(event.accountId(), event.recoveryId(), at);
    }

    /** Its next time is an earlier one now: the account says which. */
    @EventHandler
    void react(AssistedCredentialsChosen event, @Timestamp Instant at) {
        hurry(event.accountId(), event.recoveryId(), at);
    }

    private void hurry(String accountId, String recoveryId, Instant at) {
        scheduler.schedule(of(accountId, recoveryId).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    private static TaskInstance.Builder<Void> of(String accountId, String recoveryId) {
        return ADVANCE.instance(accountId + ResetDeadlines.BETWEEN + recoveryId);
    }

    /** The task that carries the case on. */
    static Task<Void> advanceAssistance(Supplier<CommandGateway> commands) {
        return Waking.task(ADVANCE, commands, AssistanceDeadlines::wish);
    }

    private static AdvanceAssistance wish(String instance) {
        var ids = instance.split(ResetDeadlines.BETWEEN, 2);
        return new AdvanceAssistance(new AccountId(ids[0]), new RecoveryId(ids[1]));
    }
}
