package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.AskContacts;
import io.latchkey.command.CancelReset;
import io.latchkey.command.CompleteContactRecovery;
import io.latchkey.command.ContactsAsked;
import io.latchkey.command.Limits;
import io.latchkey.command.Policy;
import io.latchkey.command.Recovered;
import io.latchkey.command.StopAssistance;
import io.latchkey.command.Way;
import io.latchkey.event.Reason;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
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
        return tokens.reset(id.value(), new AccountId(asked.accountId()), until);
    }

    /** Whether the handle is for such a recovery, which a handle does not say. */
    Mono<Boolean> goesOn(RecoveryId id) {
        return status(id).map(status -> status.way() == Way.CONTACTS);
    }

    Mono<NewCredentials> complete(RecoveryId id, AccountId account, ChosenPassword chosen) {
        return hashing.password(account, new Password(chosen.password()))
                .map(digest -> new CompleteContactRecovery(account, id, digest))
                .flatMap(wish -> Door.COMPLETION.expect(Recovered.class, messages.send(wish)))
                .map(NewCredentials::of);
    }

    /** What calls off the recovery or the reset that the handle is for. */
    Mono<AccountCommand> callOff(RecoveryId id, AccountId account) {
        return goesOn(id)
                .map(contacts ->
                        contacts ? new StopAssistance(account, id, Reason.CALLED_OFF) : new CancelReset(account, id));
    }

    private Mono<RecoveryStatus> status(RecoveryId id) {
        return messages.ask(new FindRecoveryStatus(id.value()), RecoveryStatus.class)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.INVALID_OR_EXPIRED_PROOF)));
    }
}
