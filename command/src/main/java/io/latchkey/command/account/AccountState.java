package io.latchkey.command.account;

import static io.latchkey.event.Reason.ALREADY_USED;
import static io.latchkey.event.Reason.MISSING_PROOF;
import static io.latchkey.event.Reason.UNKNOWN_ACCOUNT;
import static io.latchkey.event.Reason.WRONG_PROOF;

import io.latchkey.command.Limits;
import io.latchkey.event.*;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import io.latchkey.value.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one account add up to. Only assigns. */
final class AccountState {

    final Mailbox mailbox = new Mailbox();
    final Authenticators authenticators = new Authenticators();
    final BackupCodes backupCodes = new BackupCodes();
    final RecoveryCodes recoveryCodes = new RecoveryCodes();
    final SignIns signIns = new SignIns();
    final Sessions sessions = new Sessions();
    final Resets resets = new Resets();
    final Assistances assistances = new Assistances();
    final Contacts contacts = new Contacts();
    final Recent consents = new Recent(Limits.CONSENT_PERIOD, Limits.CONSENTS);
    final Recent consentAlarms = new Recent(Limits.CONSENT_PERIOD, 1);
    final Recent invitations = new Recent(Limits.INVITATION, Limits.INVITATIONS);
    final Devices devices = new Devices();
    final Suspensions suspensions = new Suspensions();
    final Freeze freeze = new Freeze();
    final SpentProofs spentProofs = new SpentProofs();
    final Budgets budgets = new Budgets();
    final Set<Factor> disabled = EnumSet.noneOf(Factor.class);
    final Set<Role> roles = EnumSet.noneOf(Role.class);
    final Map<String, GroupRole> groups = new HashMap<>();

    String id = "";

    @Nullable
    String sealedEmail;

    @Nullable
    String sealedName;

    @Nullable
    String sealedPassword;

    @Nullable
    String sealedSecretKey;

    boolean opened;
    boolean erased;
    boolean reenrolmentForced;
    Instant recoveredAt = Instant.EPOCH;
    private Instant powerUntil = Instant.EPOCH;

    /** False for a decoy and for an erased account. */
    boolean real() {
        return sealedEmail != null && !erased;
    }

    boolean leads() {
        return groups.containsValue(GroupRole.ORGANIZER);
    }

    /** Over others: whoever leads a group or is staff, or was at that time. */
    boolean hadPowerAt(Instant time) {
        return leads() || !roles.isEmpty() || time.isBefore(powerUntil);
    }

    void evolve(AccountEvent event, Instant at) {
        id = event.accountId();
        opened = true;
        switch (event) {
            case AccountRegistered registered -> register(registered);
            case DecoyOpened ignored -> invitations.add(at);
            case MailboxCodeIssued issued -> mailbox.issue(issued, at);
            case MailboxVerified ignored -> mailbox.verify(at);
            case MailboxVerificationRefused refused -> refuseMailbox(refused, at);
            case SignInBegun begun -> beginSignIn(begun, at);
            case SignInRefused refused -> refuseSignIn(refused, at);
            case EmailCodeIssued issued -> signIns.mail(issued, at);
            case EmailCodeAccepted accepted -> accept(Factor.EMAIL_CODE, accepted.signInId());
            case TotpAccepted accepted -> acceptTotp(accepted);
            case BackupCodeSpent spent -> spendBackupCode(spent);
            case SessionStarted started -> startSession(started, at);
            case SessionRefreshed refreshed -> sessions.refresh(refreshed.sessionId(), refreshed.generation(), at);
            case SessionRefreshRefused ignored -> {}
            case SessionEnded ended -> sessions.end(ended.sessionId());
            case SessionsEnded ended -> sessions.endAllBut(ended.keptSessionId());
            case DeviceTrusted trusted -> trustDevice(trusted.deviceId(), at);
            case DeviceForgotten forgotten -> forgetDevice(forgotten.deviceId());
            case DeviceKeyBound bound -> bindDevice(bound, at);
            case DeviceRenamed ignored -> {}
            case DeviceProofRefused refused -> refuseDevice(refused);
            case SecondFactorResetByDevice reset -> resetByDevice(reset, at);
            case SecretKeyReplaced replaced -> replaceSecretKey(replaced, at);
            case TotpEnrolmentStarted started -> authenticators.start(started);
            case TotpEnrolled enrolled -> enroll(enrolled, at);
            case TotpEnrolmentRefused refused -> authenticators.strike(refused.authenticatorId());
            case AuthenticatorRenamed ignored -> {}
            case AuthenticatorRemoved removed -> removeAuthenticator(removed.authenticatorId());
            case FactorDisabled factor -> disable(factor.factor());
            case BackupCodesGenerated generated -> replaceBackupCodes(generated, at);
            case BackupCodesAcknowledged ignored -> {}
            case BackupCodesRevoked ignored -> backupCodes.clear();
            case RecoveryCodeGenerated code -> recoveryCodes.generate(code.codeId(), code.sealedVerifier(), at);
            case RecoveryVerifierDeposited code ->
                recoveryCodes.deposit(code.codeId(), code.sealedVerifier(), code.sealedWrappedKey(), at);
            case RecoveryCodeActivated code -> activateRecoveryCode(code.codeId(), at);
            case RecoveryCodeConfirmationRefused ignored -> recoveryCodes.strike();
            case RecoveryCodeRevoked code -> recoveryCodes.revoke(code.codeId());
            case RecoveryKitMade ignored -> {}
            case RecoveryKitRefused ignored -> recoveryCodes.strikeKit();
            case GuessCounted guess -> budgets.count(guess.factor(), guess.knownClient(), at);
            case GuessesForgiven forgiven -> forgive(forgiven.factor());
            case AccountRecovered recovered -> recover(recovered, at);
            case WrappedKeyReleased ignored -> {}
            case PasswordChanged changed -> changePassword(changed.sealedPassword());
            case ChangeRefused ignored -> {}
            case RoleGranted granted -> roles.add(granted.role());
            case RoleRevoked revoked -> revoke(revoked.role(), at);
            case BootstrapRefused ignored -> {}
            case SecondFactorResetStarted started -> resets.start(started, at);
            case SecondFactorResetJoined ignored -> {}
            case SecondFactorResetProofRefused refused -> resets.refuse(refused);
            case SecondFactorResetRefused ignored -> {}
            case SecondFactorResetScheduled scheduled -> resets.schedule(scheduled, at);
            case SecondFactorResetReminded ignored -> resets.remind(at);
            case SecondFactorResetCancelled ignored -> resets.end();
            case SecondFactorResetExpired ignored -> resets.end();
            case SecondFactorsReset ignored -> resetAfterWaiting();
            case AuthenticatorSuspended suspended -> suspensions.suspend(suspended.authenticatorId());
            case AuthenticatorResumed resumed -> suspensions.lift(resumed.authenticatorId(), at);
            case DeviceSuspended suspended -> suspendDevice(suspended.deviceId());
            case DeviceResumed resumed -> suspensions.lift(resumed.deviceId(), at);
            case LossLinkIssued issued -> suspensions.issue(issued, at);
            case LossReported reported -> reportLoss(reported);
            case LossReportRefused refused -> refuseLossReport(refused, at);
            case AccountFrozen frozen -> freeze(frozen, at);
            case FreezingRefused ignored -> {}
            case UnfreezingRequested requested -> freeze.request(requested);
            case UnfreezingRefused ignored -> {}
            case AccountUnfrozen ignored -> freeze.end(at);
            case GroupInvitationReceived ignored -> invitations.add(at);
            case GroupJoined joined -> follow(groups.put(joined.groupId(), joined.role()), at);
            case GroupLeft left -> follow(groups.remove(left.groupId()), at);
            case OrganizerConsented ignored -> consents.add(at);
            case OrganizerConsentsSpent ignored -> consentAlarms.add(at);
            case AssistedRecoveryStarted started -> assistances.start(started);
            case AssistedRecoveryProofRefused refused -> assistances.refuse(refused);
            case AssistedCredentialsChosen chosen -> assistances.choose(chosen, at);
            case AssistedRecoveryRefused ignored -> {}
            case AssistedRecoveryReminded ignored -> assistances.remind(at);
            case AssistedRecoveryCancelled ignored -> assistances.end();
            case AssistedRecoveryExpired ignored -> assistances.end();
            case ContactNamed named -> contacts.name(named, at);
            case ContactAccepted accepted -> contacts.accept(accepted.contactId(), at);
            case ContactRemoved removed -> removeContact(removed.contactId());
            case ContactsReviewed ignored -> contacts.lookAt(at);
            case ContactReviewDue ignored -> contacts.lookAt(at);
            case ContactWishRefused refused -> assistances.refuse(refused);
            case ContactInvitationReceived ignored -> invitations.add(at);
            case ContactApprovalAsked ignored -> {}
            case ContactRecoveryStarted started -> assistances.start(started);
            case ContactRecoveryApproved approved -> assistances.approve(approved);
            case ContactRecoveryScheduled scheduled -> assistances.schedule(scheduled, at);
            case AccountErased ignored -> erase();
        }
    }

    private void revoke(Role role, Instant at) {
        roles.remove(role);
        powerUntil = at;
    }

    private void follow(@Nullable GroupRole before, Instant at) {
        if (before == GroupRole.ORGANIZER) {
            powerUntil = at;
        }
    }

    private void register(AccountRegistered event) {
        sealedEmail = event.sealedEmail();
        sealedName = event.sealedName();
        sealedPassword = event.sealedPassword();
        sealedSecretKey = event.sealedSecretKey();
    }

    private void refuseMailbox(MailboxVerificationRefused event, Instant at) {
        if (event.reason() == WRONG_PROOF) {
            mailbox.strike();
            budgets.count(Factor.EMAIL_CODE, false, at);
        }
    }

    private void beginSignIn(SignInBegun event, Instant at) {
        signIns.begin(event, at);
        devices.use(event.deviceId(), at);
        budgets.forgive(Factor.PASSWORD);
    }

    private void refuseSignIn(SignInRefused event, Instant at) {
        var reason = event.reason();
        if (reason == WRONG_PROOF || reason == ALREADY_USED || reason == UNKNOWN_ACCOUNT) {
            budgets.count(event.factor(), event.knownClient(), at);
            if (event.signInId() != null) {
                signIns.strike(event.signInId());
            }
        }
    }

    private void accept(Factor factor, @Nullable String signInId) {
        signIns.end(signInId);
        budgets.forgive(factor);
    }

    private void acceptTotp(TotpAccepted event) {
        authenticators.spend(event.authenticatorId(), event.step());
        budgets.forgive(Factor.TOTP);
        signIns.end(event.signInId());
    }

    private void spendBackupCode(BackupCodeSpent event) {
        backupCodes.spend(event.slot());
        budgets.forgive(Factor.BACKUP_CODE);
        signIns.end(event.signInId());
    }

    private void startSession(SessionStarted event, Instant at) {
        sessions.start(event, at);
        devices.use(event.deviceId(), at);
        budgets.forgive(Factor.PASSWORD);
    }

    /** A sign-in that the old password began ends with it. */
    private void changePassword(String sealed) {
        sealedPassword = sealed;
        signIns.clear();
    }

    /** Neither of a device that lapsed nor of one that is suspended. */
    boolean trusts(@Nullable String deviceId, Instant now) {
        return deviceId != null && devices.trusted(deviceId, now) && !suspensions.has(deviceId);
    }

    Devices.@Nullable Key keyOf(@Nullable String deviceId, Instant now) {
        return trusts(deviceId, now) ? devices.key(deviceId, now) : null;
    }

    boolean authenticatorCounts() {
        return authenticatorCounts(null);
    }

    /** Does any count besides this one? */
    boolean authenticatorCounts(@Nullable String besides) {
        return authenticators.active().stream()
                .anyMatch(one -> !one.id().equals(besides) && !suspensions.has(one.id()));
    }

    private void trustDevice(String deviceId, Instant at) {
        devices.trust(deviceId, at);
        suspensions.bind(deviceId, at);
    }

    private void suspendDevice(String deviceId) {
        suspensions.suspend(deviceId);
        signIns.endOfDevice(deviceId);
        sessions.endOfDevice(deviceId);
    }

    private void removeAuthenticator(String authenticatorId) {
        authenticators.remove(authenticatorId);
        suspensions.forget(authenticatorId);
    }

    private void reportLoss(LossReported event) {
        if (event.factor() == Factor.EMAIL_CODE) {
            suspensions.spendLink();
        }
    }

    private void refuseLossReport(LossReportRefused event, Instant at) {
        var reason = event.reason();
        if (event.factor() == Factor.PASSWORD && (reason == WRONG_PROOF || reason == UNKNOWN_ACCOUNT)) {
            budgets.count(Factor.PASSWORD, false, at);
        } else if (reason == MISSING_PROOF || reason == UNKNOWN_ACCOUNT) {
            suspensions.askForLink(at);
        }
    }

    private void freeze(AccountFrozen event, Instant at) {
        freeze.begin(event, at);
        signIns.clear();
    }

    private void forgetDevice(String deviceId) {
        devices.forget(deviceId);
        suspensions.forget(deviceId);
        signIns.endOfDevice(deviceId);
        sessions.endOfDevice(deviceId);
    }

    private void bindDevice(DeviceKeyBound event, Instant at) {
        devices.bind(event.deviceId(), event.sealedThumbprint(), at);
        suspensions.bind(event.deviceId(), at);
        spentProofs.spend(event.proofDigest(), at);
    }

    private void refuseDevice(DeviceProofRefused event) {
        if (event.signInId() != null) {
            signIns.strike(event.signInId());
        }
    }

    private void resetByDevice(SecondFactorResetByDevice event, Instant at) {
        spentProofs.spend(event.proofDigest(), at);
        devices.use(event.deviceId(), at);
        resetSecondFactor();
    }

    /** Guess budgets stay: they end with the authenticator that is bound next. */
    private void resetSecondFactor() {
        sessions.endAllBut(null);
        signIns.clear();
        authenticators.clear();
        backupCodes.clear();
        reenrolmentForced = true;
    }

    private void replaceSecretKey(SecretKeyReplaced event, Instant at) {
        spentProofs.spend(event.proofDigest(), at);
        devices.use(event.deviceId(), at);
        sealedSecretKey = event.sealedSecretKey();
        signIns.clear();
    }

    private void enroll(TotpEnrolled event, Instant at) {
        authenticators.activate(event);
        suspensions.bind(event.authenticatorId(), at);
        disabled.remove(Factor.TOTP);
        budgets.forgive(Factor.TOTP);
        sessions.strengthen(event.sessionId(), at);
        reenrolmentForced = false;
    }

    private void disable(Factor factor) {
        disabled.add(factor);
        budgets.forgive(factor);
        if (factor == Factor.TOTP) {
            signIns.clear();
        }
    }

    private void replaceBackupCodes(BackupCodesGenerated event, Instant at) {
        backupCodes.replace(event);
        suspensions.bind(event.setId(), at);
        disabled.remove(Factor.BACKUP_CODE);
        budgets.forgive(Factor.BACKUP_CODE);
    }

    private void activateRecoveryCode(String codeId, Instant at) {
        recoveryCodes.activate(codeId, at);
        suspensions.bind(codeId, at);
        disabled.remove(Factor.RECOVERY_CODE);
        budgets.forgive(Factor.RECOVERY_CODE);
    }

    private void forgive(Factor factor) {
        budgets.forgive(factor);
        disabled.remove(factor);
    }

    private void recover(AccountRecovered event, Instant at) {
        recoveredAt = at;
        assistances.end();
        sealedPassword = event.sealedPassword();
        sealedSecretKey = event.sealedSecretKey();
        sessions.endAllBut(null);
        signIns.clear();
        devices.clear();
        authenticators.clear();
        backupCodes.clear();
        budgets.forgiveAll();
        disabled.clear();
        reenrolmentForced = true;
    }

    private void resetAfterWaiting() {
        resetSecondFactor();
        forgive(Factor.TOTP);
        forgive(Factor.BACKUP_CODE);
        resets.end();
    }

    private void removeContact(String contactId) {
        contacts.remove(contactId);
        assistances.withdraw(contactId);
    }

    private void erase() {
        erased = true;
        sealedPassword = null;
        sealedSecretKey = null;
        sessions.endAllBut(null);
        signIns.clear();
        devices.clear();
        authenticators.clear();
        backupCodes.clear();
        recoveryCodes.clear();
        suspensions.clear();
        contacts.clear();
        roles.clear();
    }
}
