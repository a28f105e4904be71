package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.ChooseCredentials;
import io.latchkey.command.CredentialsChosen;
import io.latchkey.command.Limits;
import io.latchkey.command.PasswordDigest;
import io.latchkey.command.Way;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The member's part of a recovery that an organizer began; the slow work is done before the account is asked. */
@Component
final class Choosing {

    private static final Set<Way> ASSISTED = EnumSet.of(Way.ORGANIZER, Way.TWO_ORGANIZERS);

    private final Messages messages;
    private final SlowHashing hashing;
    private final Tokens tokens;

    Choosing(Messages messages, SlowHashing hashing, Tokens tokens) {
        this.messages = messages;
        this.hashing = hashing;
        this.tokens = tokens;
    }

    /** The link of the mail names its case only. */
    Mono<WaitingCredentials> choose(RecoveryId id, ChosenCredentials chosen) {
        var token = new LinkToken(chosen.token());
        var password = new Password(chosen.password());
        var current = chosen.current();
        return messages.ask(new FindRecoveryStatus(id.value()), RecoveryStatus.class)
                .filter(status -> ASSISTED.contains(status.way()))
                .map(status -> new AccountId(status.accountId()))
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.INVALID_OR_EXPIRED_PROOF)))
                .flatMap(account -> wish(account, id, token, current, password))
                .flatMap(this::choose);
    }

    private Mono<ChooseCredentials> wish(
            AccountId account, RecoveryId id, LinkToken token, @Nullable Password current, Password password) {
        return digest(account, current)
                .zipWith(hashing.password(account, password))
                .map(both ->
                        new ChooseCredentials(account, id, token, both.getT1().orElse(null), both.getT2()));
    }

    private Mono<Optional<PasswordDigest>> digest(AccountId account, @Nullable Password typed) {
        return typed == null
                ? Mono.just(Optional.empty())
                : hashing.password(account, typed).map(Optional::of);
    }

    private Mono<WaitingCredentials> choose(ChooseCredentials wish) {
        return Door.PROOF.expect(CredentialsChosen.class, messages.send(wish)).map(chosen -> {
            var until = chosen.expiresAt().plus(Limits.RESET_HANDLE);
            var handle = tokens.recovery(wish.recoveryId().value(), Way.ORGANIZER, wish.accountId(), until);
            return WaitingCredentials.of(chosen, handle);
        });
    }
}
