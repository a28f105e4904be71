package io.latchkey.api.loss;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.ReportLoss;
import io.latchkey.command.SendLossLink;
import io.latchkey.store.AccountIndex;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Lost;
import io.latchkey.value.Password;
import java.util.Set;
import java.util.function.Function;
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
        return typed == null
                ? send(email, id -> Mono.just(new SendLossLink(id)))
                : report(email, new Password(typed), LostThing.all(body.lost()));
    }

    private Mono<Void> report(EmailAddress email, Password password, Set<Lost> lost) {
        return send(email, id -> hashing.password(id, password).map(digest -> new ReportLoss(id, digest, lost)));
    }

    private Mono<Void> send(EmailAddress email, Function<AccountId, Mono<AccountCommand>> wish) {
        return messages.offLoop(() -> accounts.find(email).accountId())
                .flatMap(wish)
                .flatMap(found -> Door.keepSilent(messages.send(found)));
    }
}
