package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.edge.SlowHashing.NewBackupCodes;
import io.latchkey.command.ConfirmTotp;
import io.latchkey.command.TotpConfirmed;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.Fingerprint;
import io.latchkey.value.TotpCode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings backup codes along when there seem to be none: they are slow to make, and whether they are needed is decided later. */
@Component
final class Confirming {

    private final Messages messages;
    private final SlowHashing hashing;

    Confirming(Messages messages, SlowHashing hashing) {
        this.messages = messages;
        this.hashing = hashing;
    }

    Mono<ConfirmedAuthenticator> confirm(Caller caller, AuthenticatorId id, TotpCode code) {
        return backupCodes(caller)
                .flatMap(codes -> Door.HOLDER
                        .expect(
                                TotpConfirmed.class,
                                messages.send(new ConfirmTotp(
                                        caller.accountId(),
                                        caller.sessionId(),
                                        id,
                                        code,
                                        codes.map(NewBackupCodes::kept).orElse(null))))
                        .map(confirmed -> answer(confirmed, codes)));
    }

    private Mono<Optional<NewBackupCodes>> backupCodes(Caller caller) {
        return messages.ask(new FindAccount(caller.accountId().value()), AccountOverview.class)
                .filter(overview -> overview.backupCodes().setId() != null)
                .map(has -> Optional.<NewBackupCodes>empty())
                .switchIfEmpty(Mono.defer(
                        () -> hashing.newBackupCodes(caller.accountId()).map(Optional::of)));
    }

    private static ConfirmedAuthenticator answer(TotpConfirmed confirmed, Optional<NewBackupCodes> codes) {
        var setId = confirmed.backupSetId();
        if (setId == null) {
            return new ConfirmedAuthenticator(null, null, null);
        }
        return codes.filter(made -> made.kept().setId().equals(setId))
                .map(made ->
                        new ConfirmedAuthenticator(setId, Fingerprint.of(setId).value(), made.shown()))
                .orElseThrow(() -> new Refusal(ProblemType.SECRET_ALREADY_DELIVERED));
    }
}
