package io.latchkey.api.loss;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.ReportLoss;
import io.latchkey.store.AccountIndex;
import io.latchkey.store.AccountIndex.Found;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Lost;
import io.latchkey.value.Password;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks up the account, does the slow work, asks: the same steps for an address nobody has. */
@Component
final class Reporting {

    private final Messages messages;
    private final AccountIndex accounts;
    private final SlowHashing hashing;

    Reporting(Messages messages, AccountIndex accounts, SlowHashing hashing) {
        this.messages = messages;
        this.accounts = accounts;
        this.hashing = hashing;
    }

    Mono<Void> report(ReportedLoss body) {
        var email = new EmailAddress(body.email());
        var typed = body.password();
        var password = typed == null ? null : new Password(typed);
        var lost = body.things();
        return messages.offLoop(() -> accounts.find(email))
                .flatMap(found -> wish(found, password, lost))
                .flatMap(wish -> Door.keepSilent(messages.send(wish)));
    }

    private Mono<ReportLoss> wish(Found found, @Nullable Password password, Set<Lost> lost) {
        return password == null
                ? Mono.just(new ReportLoss(found.accountId(), null, lost))
                : hashing.password(found.accountId(), password)
                        .map(digest -> new ReportLoss(found.accountId(), digest, lost));
    }
}
