package io.latchkey.api.signin;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.Outcome;
import io.latchkey.command.PasswordDigest;
import io.latchkey.command.SecondFactorNeeded;
import io.latchkey.command.SignIn;
import io.latchkey.command.SignedIn;
import io.latchkey.secret.Hashing;
import io.latchkey.store.AccountIndex;
import io.latchkey.store.AccountIndex.Found;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Ids;
import io.latchkey.value.Password;
import io.latchkey.value.SecretKey;
import io.latchkey.value.SignInId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks up the account, does the slow work, asks: the same steps for an address nobody has. */
@Component
final class FirstFactor {

    private final Messages messages;
    private final AccountIndex accounts;
    private final SlowHashing slowHashing;
    private final Hashing hashing;
    private final Tokens tokens;
    private final SessionAnswers answers;
    private final Ids ids;

    FirstFactor(
            Messages messages,
            AccountIndex accounts,
            SlowHashing slowHashing,
            Hashing hashing,
            Tokens tokens,
            SessionAnswers answers,
            Ids ids) {
        this.messages = messages;
        this.accounts = accounts;
        this.slowHashing = slowHashing;
        this.hashing = hashing;
        this.tokens = tokens;
        this.answers = answers;
        this.ids = ids;
    }

    Mono<SignInAnswer> present(Credentials credentials) {
        var email = new EmailAddress(credentials.email());
        var password = new Password(credentials.password());
        var typed = credentials.secretKey();
        var secretKey = typed == null ? null : new SecretKey(typed);
        return messages.offLoop(() -> accounts.find(email))
                .flatMap(found -> slowHashing
                        .password(found.accountId(), password)
                        .map(digest -> wish(found, digest, secretKey, credentials.deviceToken()))
                        .flatMap(wish -> messages.send(wish))
                        .map(outcome -> answer(outcome, found.accountId()))
                        .map(answer -> answer.with(renewed(found.accountId(), credentials.deviceToken()))));
    }

    private SignIn wish(
            Found found, PasswordDigest password, @Nullable SecretKey secretKey, @Nullable String deviceToken) {
        return new SignIn(
                found.accountId(),
                new SignInId(ids.next()),
                found.known(),
                password,
                secretKey == null ? null : hashing.secretKey(found.accountId(), secretKey),
                tokens.deviceOf(found.accountId(), deviceToken).orElse(null));
    }

    /** The device was used just now: a token that ran out ninety days after it was made would end one in daily use. */
    private @Nullable String renewed(AccountId accountId, @Nullable String deviceToken) {
        return tokens.deviceOf(accountId, deviceToken)
                .map(device -> tokens.device(accountId, device.value()))
                .orElse(null);
    }

    private SignInAnswer answer(Outcome outcome, AccountId accountId) {
        return switch (outcome) {
            case SignedIn signedIn -> SignInAnswer.of(answers.of(signedIn).session());
            case SecondFactorNeeded needed ->
                SignInAnswer.of(needed, tokens.signIn(needed.signInId(), accountId, needed.expiresAt()));
            case Outcome other -> throw Door.CREDENTIALS.refusal(other);
        };
    }
}
