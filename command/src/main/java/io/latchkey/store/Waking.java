package io.latchkey.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.latchkey.command.Decided;
import io.latchkey.command.NextDue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** A task that wakes an account at its times, which answers when to come again. One that wakes too early, by another clock, comes again too. */
final class Waking {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private Waking() {}

    /** The wish is made from the name of the task's instance. */
    static Task<Void> task(
            TaskDescriptor<Void> descriptor, Supplier<CommandGateway> commands, Function<String, Object> wish) {
        return Tasks.custom(descriptor)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, failed.getTimeDone().plus(AFTER_A_FAULT)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(commands.get()
                        .send(wish.apply(instance.getId()))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join()));
    }

    private static CompletionHandler<Void> completion(Object answer) {
        var outcome = answer instanceof Decided decided ? decided.outcome() : answer;
        var next = outcome instanceof NextDue due ? due.at() : null;
        return next == null ? new OnCompleteRemove<>() : (done, operations) -> operations.reschedule(done, next);
    }
}
