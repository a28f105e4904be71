package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.AskContacts;
import io.latchkey.command.CompleteContactRecovery;
import io.latchkey.command.ContactsAsked;
import io.latchkey.command.Limits;
import io.latchkey.command.Policy;
import io.latchkey.command.Recovered;
import io.latchkey.command.Way;
import io.latchkey.value.AccountId;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A recovery goes on with recovery contacts: who proved the mailbox has them asked, and completes it at the end. */
@Component
final class AskingContacts {

    private final Messages messages;
    private final SlowHashing hashing;
    private final Tokens tokens;
    private final Duration waiting;

    AskingContacts(Messages messages, SlowHashing hashing, Tokens tokens, Policy policy) {
        this.messages = messages;
        this.hashing = hashing;
        this.tokens = tokens;
        this.waiting = policy.rule(Way.CONTACTS).waiting().most();
    }

    /** The handle names the account from here on: the mailbox is proven, so it is no decoy. */
    Mono<AskedContacts> ask(RecoveryId id) {
        return Door.COMPLETION
                .expect(ContactsAsked.class, messages.send(new AskContacts(id)))
                .map(asked -> AskedContacts.of(asked, handle(id, asked)));
    }

    private String handle(RecoveryId id, ContactsAsked asked) {
        var until =
                asked.expiresAt().plus(waiting).plus(Limits.ASSISTED_COMPLETION).plus(Limits.RESET_HANDLE);
        return tokens.recovery(id.value(), Way.CONTACTS, new AccountId(asked.accountId()), until);
    }

    Mono<NewCredentials> complete(RecoveryId id, AccountId account, ChosenPassword chosen) {
        return hashing.password(account, new Password(chosen.password()))
                .map(digest -> new CompleteContactRecovery(account, id, digest))
                .flatMap(wish -> Door.COMPLETION.expect(Recovered.class, messages.send(wish)))
                .map(NewCredentials::of);
    }
}
