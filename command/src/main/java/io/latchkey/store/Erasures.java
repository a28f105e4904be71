package io.latchkey.store;

import io.latchkey.event.AccountErased;
import io.latchkey.secret.Sealer;
import io.latchkey.value.AccountId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When an account was erased, then its key and its address are gone. The command does the same in its own transaction; with
 * Axon Server that one commits after the event, and a node may end in between.
 */
@ProcessingGroup("erasures")
@DisallowReplay
final class Erasures {

    private final Sealer sealer;
    private final AccountIndex accountIndex;

    Erasures(Sealer sealer, AccountIndex accountIndex) {
        this.sealer = sealer;
        this.accountIndex = accountIndex;
    }

    @EventHandler
    void react(AccountErased event) {
        sealer.destroy("account:" + event.accountId());
        accountIndex.release(new AccountId(event.accountId()));
    }
}
