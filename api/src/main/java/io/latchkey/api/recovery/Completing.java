package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.RecoverAccount;
import io.latchkey.command.Recovered;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.value.AccountId;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a recovery: finds whose it is, for the handle does not say, and does the slow work before it asks. */
@Component
final class Completing {

    private final Messages messages;
    private final SlowHashing hashing;

    Completing(Messages messages, SlowHashing hashing) {
        this.messages = messages;
        this.hashing = hashing;
    }

    Mono<NewCredentials> complete(RecoveryId id, ChosenPassword chosen) {
        var password = new Password(chosen.password());
        return messages.ask(new FindRecoveryStatus(id.value()), RecoveryStatus.class)
                .map(status -> new AccountId(status.accountId()))
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.INVALID_OR_EXPIRED_PROOF)))
                .flatMap(account ->
                        hashing.password(account, password).map(digest -> new RecoverAccount(id, account, digest)))
                .flatMap(wish -> Door.COMPLETION.expect(Recovered.class, messages.send(wish)))
                .map(NewCredentials::of);
    }
}
