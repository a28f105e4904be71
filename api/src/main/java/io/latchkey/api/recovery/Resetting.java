package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.token.SignInHandle;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.Done;
import io.latchkey.command.HurryReset;
import io.latchkey.command.Policy;
import io.latchkey.command.RequestReset;
import io.latchkey.command.ResetBegun;
import io.latchkey.command.ResetScheduled;
import io.latchkey.command.VetoAssistance;
import io.latchkey.command.VetoReset;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.value.AccountId;
import io.latchkey.value.Ids;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The steps of a reset of the second factors. */
@Component
final class Resetting {

    private final Messages messages;
    private final Tokens tokens;
    private final Ids ids;
    private final WayRule rule;

    Resetting(Messages messages, Tokens tokens, Ids ids, Policy policy) {
        this.messages = messages;
        this.tokens = tokens;
        this.ids = ids;
        this.rule = policy.rule(Way.DELAYED_RESET);
    }

    Mono<StartedReset> begin(SignInHandle signIn) {
        var account = signIn.accountId();
        var wish = new RequestReset(account, signIn.signInId(), new RecoveryId(ids.next()));
        return Door.PROOF
                .expect(ResetBegun.class, messages.send(wish))
                .map(begun -> StartedReset.of(
                        begun,
                        tokens.recovery(begun.recoveryId(), Way.DELAYED_RESET, account, begun.handleUntil()),
                        rule));
    }

    Mono<StillMissing> prove(RecoveryId id, AccountId account, RecoveryProof proof) {
        return Door.PROOF
                .expect(ResetScheduled.class, messages.send(proof.toCommand(id, account)))
                .map(StillMissing::of);
    }

    /** It completes by itself, so nothing but a refusal comes back. */
    Mono<NewCredentials> refuseHurry(RecoveryId id, AccountId account) {
        return Door.COMPLETION
                .expect(Done.class, messages.send(new HurryReset(account, id)))
                .then(Mono.error(() -> new Refusal(ProblemType.CONFLICT)));
    }

    /** The link of a notice names its case only. A case of another way has no notice, and its account hears nothing of it. */
    Mono<Void> veto(RecoveryId id, LinkToken token) {
        return messages.ask(new FindRecoveryStatus(id.value()), RecoveryStatus.class)
                .mapNotNull(status -> veto(status, id, token))
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.INVALID_OR_EXPIRED_PROOF)))
                .flatMap(wish -> Door.PROOF.expect(Done.class, messages.send(wish)))
                .then();
    }

    private static @Nullable AccountCommand veto(RecoveryStatus status, RecoveryId id, LinkToken token) {
        var account = new AccountId(status.accountId());
        return switch (status.way()) {
            case DELAYED_RESET -> new VetoReset(account, id, token);
            case ORGANIZER, TWO_ORGANIZERS, CONTACTS -> new VetoAssistance(account, id, token);
            case RECOVERY_CODE, DEVICE_RESET -> null;
        };
    }
}
