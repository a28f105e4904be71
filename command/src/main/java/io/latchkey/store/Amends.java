package io.latchkey.store;

import io.latchkey.event.AccountRegistered;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.RoleGranted;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command writes beside its events is written once more after them: Axon Server commits the events first, and a node may
 * end in between. In one group with erasures, which come after it for each account.
 */
@ProcessingGroup("erasures")
@DisallowReplay
final class Amends {

    private static final Logger LOG = LoggerFactory.getLogger(Amends.class);

    private final Supplier<EventStore> history;
    private final Sealer sealer;
    private final Hashing hashing;
    private final AccountIndex accountIndex;
    private final FirstAdmin firstAdmin;

    Amends(
            Supplier<EventStore> history,
            Sealer sealer,
            Hashing hashing,
            AccountIndex accountIndex,
            FirstAdmin firstAdmin) {
        this.history = history;
        this.sealer = sealer;
        this.hashing = hashing;
        this.accountIndex = accountIndex;
        this.firstAdmin = firstAdmin;
    }

    @EventHandler
    void react(MailboxVerified event) {
        var registered = (AccountRegistered)
                history.get().readEvents(event.accountId()).next().getPayload();
        sealer.open("AccountRegistered/email/" + event.accountId(), registered.sealedEmail())
                .map(address -> hashing.lookup(new EmailAddress(address)))
                .filter(lookup -> !accountIndex.claim(lookup, new AccountId(event.accountId())))
                .ifPresent(
                        taken -> LOG.error("The address of account {} belongs to another account.", event.accountId()));
    }

    @EventHandler
    void react(RoleGranted event) {
        if (event.grantedBy().equals(RoleGranted.BOOTSTRAP)) {
            firstAdmin.end();
        }
    }
}
