package io.latchkey.command.recovery;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.*;
import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Recovery code and mailbox, in either order, then new credentials. An unknown identifier takes the same path. */
@Aggregate
class Recovery {

    @AggregateIdentifier
    private @Nullable String identifier;

    private String id = "";

    private String accountId = "";
    private String policyVersion = "";
    private boolean knownClient;
    private String sealedCode = "";
    private String sealedLinkToken = "";
    private Instant startedAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;
    private final Set<Factor> proven = EnumSet.noneOf(Factor.class);
    private @Nullable String codeId;
    private int strikes;
    private boolean ended;

    Recovery() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(StartRecovery wish, Means means) {
        if (identifier != null) {
            return new Refused(Reason.ALREADY_USED);
        }
        var newId = wish.recoveryId().value();
        var code = MailedCode.random(means.random());
        var link = LinkToken.random(means.random());
        var owner = owner(means.now());
        var until = means.now().plus(Limits.RECOVERY);
        apply(new RecoveryStarted(
                newId,
                wish.accountId().value(),
                wish.known(),
                wish.knownClient(),
                means.policy().version(),
                means.sealer().seal(owner, "RecoveryStarted/code/" + newId, code.digits()),
                means.sealer().seal(owner, "RecoveryStarted/link/" + newId, link.value()),
                until));
        return new RecoveryBegun(newId, until);
    }

    @CommandHandler
    Outcome decide(ProveMailbox wish, Means means, Accounts accounts) {
        var closed = closed(means);
        if (closed != null) {
            return refuse(Factor.EMAIL_CODE, closed);
        }
        if (proven.contains(Factor.EMAIL_CODE)) {
            return refuse(Factor.EMAIL_CODE, Reason.ALREADY_USED);
        }
        var link = wish.link();
        if (link != null) {
            return same(means, "RecoveryStarted/link/", sealedLinkToken, link.value())
                    ? accept(Factor.EMAIL_CODE, null, means)
                    : refuse(Factor.EMAIL_CODE, Reason.WRONG_PROOF);
        }
        var code = wish.code();
        boolean right = code != null && same(means, "RecoveryStarted/code/", sealedCode, code.digits());
        var question = new JudgeMailboxGuess(new AccountId(accountId), wish.recoveryId(), knownClient, right);
        return switch (accounts.ask(accountId, question)) {
            case Done ignored -> accept(Factor.EMAIL_CODE, null, means);
            case Refused refused -> refuse(Factor.EMAIL_CODE, refused.reason());
            case Outcome other -> other;
        };
    }

    @CommandHandler
    Outcome decide(ProveRecoveryCode wish, Means means, Accounts accounts) {
        var closed = closed(means);
        if (closed != null) {
            return refuse(Factor.RECOVERY_CODE, closed);
        }
        if (proven.contains(Factor.RECOVERY_CODE)) {
            return refuse(Factor.RECOVERY_CODE, Reason.ALREADY_USED);
        }
        boolean counted = proven.contains(Factor.EMAIL_CODE);
        var question =
                new JudgeRecoveryCode(new AccountId(accountId), wish.recoveryId(), knownClient, counted, wish.secret());
        return switch (accounts.ask(accountId, question)) {
            case Matched matched -> accept(Factor.RECOVERY_CODE, matched.codeId(), means);
            case Refused refused -> refuse(Factor.RECOVERY_CODE, refused.reason());
            case Outcome other -> other;
        };
    }

    @CommandHandler
    Outcome decide(RecoverAccount wish, Means means, Accounts accounts) {
        var closed = closed(means);
        if (closed == null
                && !(missing(means).isEmpty() && wish.accountId().value().equals(accountId))) {
            closed = Reason.MISSING_PROOF;
        }
        if (closed != null || codeId == null) {
            var reason = closed == null ? Reason.MISSING_PROOF : closed;
            apply(new RecoveryRefused(id, accountId, reason));
            return new Refused(reason);
        }
        var outcome = accounts.ask(
                accountId,
                new ReplaceCredentials(
                        wish.accountId(), wish.recoveryId(), startedAt, codeId, wish.password(), policyVersion));
        if (outcome instanceof Recovered) {
            apply(new RecoveryCompleted(id, accountId));
        } else if (outcome instanceof Refused refused) {
            apply(new RecoveryRefused(id, accountId, refused.reason()));
        }
        return outcome;
    }

    /** The mailbox first: a stranger learns nothing of contacts, and cannot have them asked. */
    @CommandHandler
    Outcome decide(AskContacts wish, Means means, Accounts accounts) {
        var closed = closed(means);
        if (closed == null && !means.policy().rule(Way.CONTACTS).missing(proven).isEmpty()) {
            closed = Reason.MISSING_PROOF;
        }
        if (closed != null) {
            apply(new RecoveryRefused(id, accountId, closed));
            return new Refused(closed);
        }
        var starting = new StartContactRecovery(new AccountId(accountId), wish.recoveryId(), startedAt);
        var outcome = accounts.ask(accountId, starting);
        if (outcome instanceof ContactsAsked) {
            apply(new RecoveryHandedOver(id, accountId));
        } else if (outcome instanceof Refused refused) {
            apply(new RecoveryRefused(id, accountId, refused.reason()));
        }
        return outcome;
    }

    @CommandHandler
    Outcome decide(CancelRecovery wish, Means means) {
        if (closed(means) != null) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new RecoveryCancelled(id, accountId, Reason.ENDED_BY_HOLDER));
        return new Done();
    }

    @CommandHandler
    Outcome decide(ExpireRecovery wish, Means means) {
        if (!ended && !means.now().isBefore(expiresAt)) {
            apply(new RecoveryExpired(id, accountId));
        }
        return new Done();
    }

    private @Nullable Reason closed(Means means) {
        if (ended || !means.now().isBefore(expiresAt)) {
            return Reason.EXPIRED;
        }
        return strikes >= Limits.TRIES_PER_FLOW ? Reason.FLOW_DEAD : null;
    }

    private boolean same(Means means, String context, String sealed, String given) {
        var held = means.sealer().open(context + id, sealed).orElse("");
        return Hashing.same(held, given) && !held.isEmpty();
    }

    private Outcome accept(Factor factor, @Nullable String proofId, Means means) {
        apply(new RecoveryProofAccepted(id, accountId, factor, proofId));
        return new ProofAccepted(missing(means));
    }

    private List<Factor> missing(Means means) {
        return means.policy().rule(Way.RECOVERY_CODE).missing(proven);
    }

    private Outcome refuse(Factor factor, Reason reason) {
        apply(new RecoveryProofRefused(id, accountId, factor, reason));
        return new Refused(reason);
    }

    /** One key for all cases of a day: fetching one for an account, and none for a decoy, would take longer. */
    private static String owner(Instant at) {
        return "recoveries:" + at.toString().substring(0, 10);
    }

    @EventSourcingHandler
    void evolve(RecoveryEvent event, @Timestamp Instant at) {
        switch (event) {
            case RecoveryStarted started -> start(started, at);
            case RecoveryProofAccepted accepted -> {
                proven.add(accepted.factor());
                codeId = accepted.codeId() == null ? codeId : accepted.codeId();
            }
            case RecoveryProofRefused refused -> strikes += refused.reason() == Reason.WRONG_PROOF ? 1 : 0;
            case RecoveryRefused ignored -> {}
            case RecoveryCompleted ignored -> ended = true;
            case RecoveryExpired ignored -> ended = true;
            case RecoveryCancelled ignored -> ended = true;
            case RecoveryHandedOver ignored -> ended = true;
        }
    }

    private void start(RecoveryStarted event, Instant at) {
        startedAt = at;
        identifier = event.recoveryId();
        id = event.recoveryId();
        accountId = event.accountId();
        policyVersion = event.policyVersion();
        knownClient = event.knownClient();
        sealedCode = event.sealedCode();
        sealedLinkToken = event.sealedLinkToken();
        expiresAt = event.expiresAt();
    }
}
