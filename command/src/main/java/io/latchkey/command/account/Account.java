package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.latchkey.command.*;
import io.latchkey.event.AccountEvent;
import io.latchkey.value.AccountId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The table of contents of the write side: every wish about an account, and who decides it. */
@Aggregate
class Account {

    private final AccountState state = new AccountState();

    Account() {}

    /** Null until the first wish or event: the framework takes the id from there. */
    @AggregateIdentifier
    @Nullable
    String id() {
        return state.id.isEmpty() ? null : state.id;
    }

    /** The first wish names the stream: a refusal may be all that ever happens to an address that nobody has. */
    private AccountState of(AccountId id) {
        state.id = id.value();
        return state;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(RegisterAccount wish, Means means) {
        return new Registering(state, means).register(wish);
    }

    @CommandHandler
    Outcome decide(VerifyMailbox wish, Means means) {
        return new Registering(state, means).verify(wish);
    }

    @CommandHandler
    Outcome decide(ResendMailboxCode wish, Means means) {
        return new Registering(state, means).resend();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(SignIn wish, Means means) {
        return new SigningIn(of(wish.accountId()), means).begin(wish);
    }

    @CommandHandler
    Outcome decide(ProveTotp wish, Means means) {
        return new SigningIn(state, means).prove(wish);
    }

    @CommandHandler
    Outcome decide(ProveBackupCode wish, Means means) {
        return new SigningIn(state, means).prove(wish);
    }

    @CommandHandler
    Outcome decide(SendEmailCode wish, Means means) {
        return new SigningIn(state, means).sendEmailCode(wish.signInId());
    }

    @CommandHandler
    Outcome decide(ProveEmailCode wish, Means means) {
        return new SigningIn(state, means).prove(wish);
    }

    @CommandHandler
    Outcome decide(RefreshSession wish, Means means) {
        return new SessionKeeping(state, means).refresh(wish);
    }

    @CommandHandler
    Outcome decide(EndSession wish, Means means) {
        return new SessionKeeping(state, means).end(wish);
    }

    @CommandHandler
    Outcome decide(EndOtherSessions wish, Means means) {
        return new SessionKeeping(state, means).endOthers(wish.sessionId());
    }

    @CommandHandler
    Outcome decide(StepUpWithTotp wish, Means means) {
        return new SessionKeeping(state, means).stepUp(wish);
    }

    @CommandHandler
    Outcome decide(StepUpWithBackupCode wish, Means means) {
        return new SessionKeeping(state, means).stepUp(wish);
    }

    @CommandHandler
    Outcome decide(StepUpWithPassword wish, Means means) {
        return new SessionKeeping(state, means).stepUp(wish);
    }

    @CommandHandler
    Outcome decide(EnrollTotp wish, Means means) {
        return new Enrolling(state, means).begin(wish);
    }

    @CommandHandler
    Outcome decide(ConfirmTotp wish, Means means) {
        return new Enrolling(state, means).confirm(wish);
    }

    @CommandHandler
    Outcome decide(RenameAuthenticator wish, Means means) {
        return new Enrolling(state, means).rename(wish);
    }

    @CommandHandler
    Outcome decide(RemoveAuthenticator wish, Means means) {
        return new Enrolling(state, means).remove(wish);
    }

    @CommandHandler
    Outcome decide(GenerateBackupCodes wish, Means means) {
        return new Coding(state, means).generate(wish);
    }

    @CommandHandler
    Outcome decide(AcknowledgeBackupCodes wish, Means means) {
        return new Coding(state, means).acknowledge(wish);
    }

    @CommandHandler
    Outcome decide(GenerateRecoveryCode wish, Means means) {
        return new Coding(state, means).generate(wish);
    }

    @CommandHandler
    Outcome decide(DepositRecoveryVerifier wish, Means means) {
        return new Coding(state, means).deposit(wish);
    }

    @CommandHandler
    Outcome decide(ActivateRecoveryCode wish, Means means) {
        return new Coding(state, means).activate(wish);
    }

    @CommandHandler
    Outcome decide(RevokeRecoveryCode wish, Means means) {
        return new Coding(state, means).revoke(wish.sessionId());
    }

    @CommandHandler
    Outcome decide(MakeRecoveryKit wish, Means means) {
        return new KitMaking(state, means).make(wish);
    }

    @CommandHandler
    Outcome decide(TrustDevice wish, Means means) {
        return new Holding(state, means).trust(wish);
    }

    @CommandHandler
    Outcome decide(ForgetDevice wish, Means means) {
        return new Holding(state, means).forget(wish);
    }

    @CommandHandler
    Outcome decide(BindDevice wish, Means means) {
        return new DeviceKeys(state, means).bind(wish);
    }

    @CommandHandler
    Outcome decide(RenameDevice wish, Means means) {
        return new Holding(state, means).rename(wish);
    }

    @CommandHandler
    Outcome decide(ResetSecondFactor wish, Means means) {
        return new DeviceKeys(state, means).reset(wish);
    }

    @CommandHandler
    Outcome decide(ReplaceSecretKey wish, Means means) {
        return new DeviceKeys(state, means).replace(wish);
    }

    @CommandHandler
    Outcome decide(ChangePassword wish, Means means) {
        return new Holding(state, means).change(wish);
    }

    @CommandHandler
    Outcome decide(EraseAccount wish, Means means) {
        return new Holding(state, means).erase(wish.sessionId());
    }

    @CommandHandler
    Outcome decide(BecomeFirstAdmin wish, Means means) {
        return new Holding(state, means).becomeFirstAdmin(wish);
    }

    @CommandHandler
    Outcome decide(GrantRole wish, Means means) {
        return new Holding(state, means).grant(wish);
    }

    @CommandHandler
    Outcome decide(RevokeRole wish, Means means) {
        return new Holding(state, means).revoke(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(JudgeMailboxGuess wish, Means means) {
        return new Recovering(of(wish.accountId()), means).judge(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(JudgeRecoveryCode wish, Means means) {
        return new Recovering(of(wish.accountId()), means).judge(wish);
    }

    @CommandHandler
    Outcome decide(ReplaceCredentials wish, Means means) {
        return new Recovering(state, means).replace(wish);
    }

    @CommandHandler
    Outcome decide(RequestReset wish, Means means) {
        return new Resetting(state, means).request(wish);
    }

    @CommandHandler
    Outcome decide(ProveResetMailbox wish, Means means) {
        return new ResetProof(state, means).judge(wish);
    }

    @CommandHandler
    Outcome decide(VetoReset wish, Means means) {
        return new Resetting(state, means).veto(wish);
    }

    @CommandHandler
    Outcome decide(CancelReset wish, Means means) {
        return new Resetting(state, means).cancel(wish);
    }

    @CommandHandler
    Outcome decide(HurryReset wish, Means means) {
        return new Resetting(state, means).hurry(wish);
    }

    @CommandHandler
    Outcome decide(AdvanceReset wish, Means means) {
        return new Resetting(state, means).advance(wish);
    }

    @CommandHandler
    Outcome decide(SuspendAuthenticator wish, Means means) {
        return new Losses(state, means).suspend(wish);
    }

    @CommandHandler
    Outcome decide(ResumeAuthenticator wish, Means means) {
        return new Losses(state, means).resume(wish);
    }

    @CommandHandler
    Outcome decide(SuspendDevice wish, Means means) {
        return new Losses(state, means).suspend(wish);
    }

    @CommandHandler
    Outcome decide(ResumeDevice wish, Means means) {
        return new Losses(state, means).resume(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(ReportLoss wish, Means means) {
        return new LossReports(of(wish.accountId()), means).report(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(SendLossLink wish, Means means) {
        return new LossReports(of(wish.accountId()), means).send(wish);
    }

    @CommandHandler
    Outcome decide(ConfirmLoss wish, Means means) {
        return new LossReports(state, means).confirm(wish);
    }

    @CommandHandler
    Outcome decide(FreezeAccount wish, Means means) {
        return new Freezing(state, means).freeze(wish);
    }

    @CommandHandler
    Outcome decide(UnfreezeAccount wish, Means means, Accounts accounts) {
        return new Unfreezing(state, means, accounts).unfreeze(wish);
    }

    @CommandHandler
    Outcome decide(RequestUnfreezing wish, Means means, Accounts accounts) {
        return new Unfreezing(state, means, accounts).request(wish);
    }

    @CommandHandler
    Outcome decide(ApproveUnfreezing wish, Means means, Accounts accounts) {
        return new Unfreezing(state, means, accounts).approve(wish);
    }

    @CommandHandler
    Outcome decide(ConfirmStaff wish, Means means, Accounts accounts) {
        return new Unfreezing(state, means, accounts).confirm();
    }

    @CommandHandler
    Outcome decide(JudgeOrganizer wish, Means means) {
        return new Belonging(state, means).judge(wish);
    }

    @CommandHandler
    Outcome decide(JudgeStanding wish, Means means) {
        return new Belonging(state, means).judge(wish);
    }

    @CommandHandler
    Outcome decide(CountConsent wish, Means means) {
        return new Belonging(state, means).consent(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(ReceiveInvitation wish, Means means) {
        return new Belonging(of(wish.accountId()), means).receive(wish);
    }

    @CommandHandler
    Outcome decide(EnterGroup wish, Means means) {
        return new Belonging(state, means).enter(wish);
    }

    @CommandHandler
    Outcome decide(QuitGroup wish, Means means) {
        return new Belonging(state, means).quit(wish);
    }

    @CommandHandler
    Outcome decide(StartAssistance wish, Means means) {
        return new Assisting(state, means).start(wish);
    }

    @CommandHandler
    Outcome decide(JudgeAssistance wish, Means means) {
        return new Assisting(state, means).judge(wish.recoveryId());
    }

    @CommandHandler
    Outcome decide(FinishAssistance wish, Means means) {
        return new Finishing(state, means).finish(wish);
    }

    @CommandHandler
    Outcome decide(ChooseCredentials wish, Means means) {
        return new Choosing(state, means).choose(wish);
    }

    @CommandHandler
    Outcome decide(VetoAssistance wish, Means means) {
        return new Assisting(state, means).veto(wish);
    }

    @CommandHandler
    Outcome decide(AdvanceAssistance wish, Means means) {
        return new Assisting(state, means).advance(wish);
    }

    @CommandHandler
    Outcome decide(JudgePresence wish, Means means) {
        return new Belonging(state, means).judge(wish);
    }

    @CommandHandler
    Outcome decide(StopAssistance wish, Means means) {
        return new Assisting(state, means).stop(wish);
    }

    @CommandHandler
    Outcome decide(NameContact wish, Means means, Accounts accounts) {
        return new Contacting(state, means).name(wish, accounts);
    }

    @CommandHandler
    Outcome decide(RemoveContact wish, Means means) {
        return new Contacting(state, means).remove(wish);
    }

    @CommandHandler
    Outcome decide(ReviewContacts wish, Means means) {
        return new Contacting(state, means).review(wish);
    }

    @CommandHandler
    Outcome decide(RemindOfContacts wish, Means means) {
        return new Contacting(state, means).remind();
    }

    @CommandHandler
    Outcome decide(AcceptContact wish, Means means, Accounts accounts) {
        return new Accepting(state, means, accounts).accept(wish);
    }

    @CommandHandler
    Outcome decide(LeaveContact wish, Means means, Accounts accounts) {
        return new Accepting(state, means, accounts).leave(wish);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Outcome decide(ReceiveContactInvitation wish, Means means) {
        return new BeingContact(of(wish.accountId()), means).receive(wish);
    }

    @CommandHandler
    Outcome decide(ReceiveApprovalRequest wish, Means means) {
        return new BeingContact(state, means).receive(wish);
    }

    @CommandHandler
    Outcome decide(JudgeVoiceCode wish, Means means) {
        return new BeingContact(state, means).judge(wish);
    }

    @CommandHandler
    Outcome decide(StartContactRecovery wish, Means means, Accounts accounts) {
        return new AskingContacts(state, means).start(wish, accounts);
    }

    @CommandHandler
    Outcome decide(ApproveContactRecovery wish, Means means, Accounts accounts) {
        return new Approving(state, means, accounts).approve(wish);
    }

    @CommandHandler
    Outcome decide(CompleteContactRecovery wish, Means means) {
        return new AskingContacts(state, means).complete(wish);
    }

    @EventSourcingHandler
    void evolve(AccountEvent event, @Timestamp Instant at) {
        state.evolve(event, at);
    }
}
