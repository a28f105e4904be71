package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The persistent task that sends one mail; it comes again until the mail is sent or dead. */
final class Sending {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

    private Sending() {}

    /** The sender comes late, because the scheduler that it uses needs the task first. */
    static Task<Void> task(Supplier<Sender> sender) {
        return Tasks.custom(TASK)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, failed.getTimeDone().plus(AFTER_A_FAULT)))
                .onDeadExecutionRevive()
                .execute((mail, context) -> completion(sender.get().send(UUID.fromString(mail.getId()))));
    }

    private static CompletionHandler<Void> completion(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (done, operations) -> operations.reschedule(done, at))
                .orElseGet(OnCompleteRemove::new);
    }
}
