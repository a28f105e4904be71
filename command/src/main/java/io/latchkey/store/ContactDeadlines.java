package io.latchkey.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.latchkey.command.Limits;
import io.latchkey.command.RemindOfContacts;
import io.latchkey.event.ContactAccepted;
import io.latchkey.value.AccountId;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/** Once somebody has a recovery contact, one task goes with the account for as long as there is one, and reminds of them every year. */
@ProcessingGroup("deadlines")
@DisallowReplay
final class ContactDeadlines {

    private static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-contacts");

    private final SchedulerClient scheduler;

    ContactDeadlines(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventHandler
    void react(ContactAccepted event, @Timestamp Instant at) {
        scheduler.scheduleIfNotExists(REMIND.instance(event.accountId()).scheduledTo(at.plus(Limits.CONTACT_REVIEW)));
    }

    static Task<Void> remindOfContacts(Supplier<CommandGateway> commands) {
        return Waking.task(REMIND, commands, account -> new RemindOfContacts(new AccountId(account)));
    }
}
