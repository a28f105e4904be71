package io.latchkey.api.mail;

import io.latchkey.api.mail.Rule.Farewell;
import io.latchkey.api.mail.Rule.NamedNotice;
import io.latchkey.api.mail.Rule.NewAddressee;
import io.latchkey.api.mail.Rule.None;
import io.latchkey.api.mail.Rule.Notice;
import io.latchkey.api.mail.Rule.ProvenAddressee;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.api.mail.Rule.Strike;
import io.latchkey.command.Limits;
import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountEvent;
import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AccountRegistered;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryExpired;
import io.latchkey.event.AssistedRecoveryProofRefused;
import io.latchkey.event.AssistedRecoveryRefused;
import io.latchkey.event.AssistedRecoveryReminded;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.AuthenticatorRemoved;
import io.latchkey.event.AuthenticatorRenamed;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.BackupCodeSpent;
import io.latchkey.event.BackupCodesAcknowledged;
import io.latchkey.event.BackupCodesGenerated;
import io.latchkey.event.BackupCodesRevoked;
import io.latchkey.event.BootstrapRefused;
import io.latchkey.event.ChangeRefused;
import io.latchkey.event.ContactAccepted;
import io.latchkey.event.ContactApprovalAsked;
import io.latchkey.event.ContactInvitationReceived;
import io.latchkey.event.ContactNamed;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactReviewDue;
import io.latchkey.event.ContactWishRefused;
import io.latchkey.event.ContactsReviewed;
import io.latchkey.event.DecoyOpened;
import io.latchkey.event.DeviceForgotten;
import io.latchkey.event.DeviceKeyBound;
import io.latchkey.event.DeviceProofRefused;
import io.latchkey.event.DeviceRenamed;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.DeviceSuspended;
import io.latchkey.event.DeviceTrusted;
import io.latchkey.event.EmailCodeAccepted;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.FreezingRefused;
import io.latchkey.event.GroupEvent;
import io.latchkey.event.GroupInvitationReceived;
import io.latchkey.event.GroupJoined;
import io.latchkey.event.GroupLeft;
import io.latchkey.event.GuessCounted;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.LossLinkIssued;
import io.latchkey.event.LossReportRefused;
import io.latchkey.event.LossReported;
import io.latchkey.event.MailboxCodeIssued;
import io.latchkey.event.MailboxVerificationRefused;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.OrganizerConsented;
import io.latchkey.event.OrganizerConsentsSpent;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCancelled;
import io.latchkey.event.RecoveryCodeActivated;
import io.latchkey.event.RecoveryCodeConfirmationRefused;
import io.latchkey.event.RecoveryCodeGenerated;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.RecoveryCompleted;
import io.latchkey.event.RecoveryEvent;
import io.latchkey.event.RecoveryExpired;
import io.latchkey.event.RecoveryHandedOver;
import io.latchkey.event.RecoveryKitMade;
import io.latchkey.event.RecoveryKitRefused;
import io.latchkey.event.RecoveryProofAccepted;
import io.latchkey.event.RecoveryProofRefused;
import io.latchkey.event.RecoveryRefused;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.event.RecoveryVerifierDeposited;
import io.latchkey.event.RoleGranted;
import io.latchkey.event.RoleRevoked;
import io.latchkey.event.SecondFactorResetByDevice;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetExpired;
import io.latchkey.event.SecondFactorResetJoined;
import io.latchkey.event.SecondFactorResetProofRefused;
import io.latchkey.event.SecondFactorResetRefused;
import io.latchkey.event.SecondFactorResetReminded;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.event.SecretKeyReplaced;
import io.latchkey.event.SessionEnded;
import io.latchkey.event.SessionRefreshRefused;
import io.latchkey.event.SessionRefreshed;
import io.latchkey.event.SessionStarted;
import io.latchkey.event.SessionsEnded;
import io.latchkey.event.SignInBegun;
import io.latchkey.event.SignInRefused;
import io.latchkey.event.TotpAccepted;
import io.latchkey.event.TotpEnrolled;
import io.latchkey.event.TotpEnrolmentRefused;
import io.latchkey.event.TotpEnrolmentStarted;
import io.latchkey.event.TrailEvent;
import io.latchkey.event.UnfreezingRefused;
import io.latchkey.event.UnfreezingRequested;
import io.latchkey.event.WrappedKeyReleased;
import io.latchkey.value.Factor;
import io.latchkey.value.Fingerprint;
import java.util.List;
import java.util.Map;

/** What every event means for the mail of an account; the compiler refuses an event that is not named here. */
final class Rules {

    private static final List<Rule> NONE = List.of(new None());

    private Rules() {}

    static List<Rule> of(LatchkeyEvent event) {
        return switch (event) {
            case AccountEvent account -> of(account);
            case RecoveryEvent recovery -> of(recovery);
            case GroupEvent ignored -> NONE;
            case TrailEvent ignored -> NONE;
        };
    }

    private static List<Rule> of(RecoveryEvent event) {
        return switch (event) {
            case RecoveryStarted started ->
                started.known() ? List.of(new Notice(Kind.RECOVERY_STARTED, Map.of()), Codes.of(started)) : NONE;
            case RecoveryProofAccepted ignored -> NONE;
            case RecoveryProofRefused ignored -> NONE;
            case RecoveryRefused ignored -> NONE;
            case RecoveryCompleted ignored -> NONE;
            case RecoveryExpired ignored -> NONE;
            case RecoveryHandedOver ignored -> NONE;
            case RecoveryCancelled ignored -> notice(Kind.RECOVERY_CANCELLED);
        };
    }

    private static List<Rule> of(AccountEvent event) {
        return switch (event) {
            case AccountRegistered registered -> List.of(new NewAddressee(registered.sealedEmail()));
            case MailboxVerified ignored -> List.of(new ProvenAddressee());
            case AccountErased ignored -> List.of(new Farewell());
            case MailboxCodeIssued issued -> List.of(Codes.of(issued));
            case EmailCodeIssued issued -> List.of(Codes.of(issued));
            case EmailCodeAccepted ignored -> notice(Kind.RECOVERY_SESSION);
            case AccountRecovered ignored -> notice(Kind.ACCOUNT_RECOVERED);
            case PasswordChanged ignored -> notice(Kind.PASSWORD_CHANGED);
            case TotpEnrolled ignored -> notice(Kind.AUTHENTICATOR_ADDED);
            case AuthenticatorRemoved ignored -> notice(Kind.AUTHENTICATOR_REMOVED);
            case FactorDisabled disabled -> notice(Kind.FACTOR_DISABLED, Map.of("factor", disabled.factor()));
            case BackupCodesGenerated made ->
                notice(
                        Kind.BACKUP_CODES_MADE,
                        Map.of("count", made.sealedVerifiers().size(), "fingerprint", Fingerprint.of(made.setId())));
            case BackupCodesRevoked revoked ->
                notice(Kind.BACKUP_CODES_REVOKED, Map.of("fingerprint", Fingerprint.of(revoked.setId())));
            case BackupCodeSpent spent -> of(spent);
            case RecoveryCodeActivated activated ->
                notice(Kind.RECOVERY_CODE_ACTIVE, Map.of("fingerprint", Fingerprint.of(activated.codeId())));
            case RecoveryCodeRevoked revoked -> of(revoked);
            case DeviceTrusted trusted -> of(trusted);
            case DeviceForgotten ignored -> notice(Kind.DEVICE_FORGOTTEN);
            case DeviceKeyBound bound -> of(bound);
            case DeviceProofRefused refused -> of(refused);
            case SecondFactorResetByDevice ignored -> notice(Kind.SECOND_FACTOR_RESET_BY_DEVICE);
            case SecretKeyReplaced ignored -> notice(Kind.SECRET_KEY_REPLACED);
            case SecondFactorResetStarted started -> List.of(Resets.of(started));
            case SecondFactorResetScheduled scheduled -> List.of(Resets.of(scheduled));
            case SecondFactorResetReminded reminded -> List.of(Resets.of(reminded));
            case SecondFactorResetCancelled cancelled -> Resets.of(cancelled);
            case SecondFactorsReset ignored -> notice(Kind.SECOND_FACTORS_RESET);
            case SecondFactorResetJoined ignored -> NONE;
            case SecondFactorResetProofRefused ignored -> NONE;
            case SecondFactorResetRefused ignored -> NONE;
            case SecondFactorResetExpired ignored -> NONE;
            case LossLinkIssued issued -> List.of(Codes.of(issued));
            case AuthenticatorSuspended ignored -> notice(Kind.AUTHENTICATOR_SUSPENDED);
            case AuthenticatorResumed ignored -> notice(Kind.AUTHENTICATOR_RESUMED);
            case DeviceSuspended ignored -> notice(Kind.DEVICE_SUSPENDED);
            case DeviceResumed ignored -> notice(Kind.DEVICE_RESUMED);
            case AccountFrozen ignored -> notice(Kind.ACCOUNT_FROZEN);
            case UnfreezingRequested ignored -> notice(Kind.UNFREEZING_REQUESTED);
            case AccountUnfrozen ignored -> notice(Kind.ACCOUNT_UNFROZEN);
            case LossReported ignored -> NONE;
            case LossReportRefused ignored -> NONE;
            case FreezingRefused ignored -> NONE;
            case UnfreezingRefused ignored -> NONE;
            case GroupInvitationReceived received -> List.of(Helps.of(received));
            case GroupJoined joined -> notice(Kind.GROUP_JOINED, Map.of("role", joined.role()));
            case GroupLeft ignored -> notice(Kind.GROUP_LEFT);
            case OrganizerConsented ignored -> NONE;
            case OrganizerConsentsSpent ignored -> notice(Kind.CONSENTS_SPENT);
            case AssistedRecoveryStarted started -> Helps.of(started);
            case AssistedCredentialsChosen chosen -> List.of(Helps.of(chosen));
            case AssistedRecoveryReminded reminded -> List.of(Helps.of(reminded));
            case AssistedRecoveryCancelled cancelled -> List.of(Helps.of(cancelled));
            case AssistedRecoveryProofRefused ignored -> NONE;
            case AssistedRecoveryRefused ignored -> NONE;
            case AssistedRecoveryExpired ignored -> NONE;
            case ContactInvitationReceived received -> List.of(ContactMails.of(received));
            case ContactApprovalAsked asked -> List.of(ContactMails.of(asked));
            case ContactAccepted ignored -> notice(Kind.CONTACT_ADDED);
            case ContactRemoved ignored -> notice(Kind.CONTACT_REMOVED);
            case ContactReviewDue ignored -> notice(Kind.CONTACTS_TO_REVIEW);
            case ContactRecoveryStarted started -> List.of(ContactMails.of(started));
            case ContactRecoveryScheduled scheduled -> List.of(ContactMails.of(scheduled));
            case ContactNamed ignored -> NONE;
            case ContactsReviewed ignored -> NONE;
            case ContactWishRefused ignored -> NONE;
            case ContactRecoveryApproved ignored -> NONE;
            case RoleGranted granted -> notice(Kind.ROLE_GRANTED, Map.of("role", granted.role()));
            case RoleRevoked revoked -> notice(Kind.ROLE_REVOKED, Map.of("role", revoked.role()));
            case SignInRefused refused -> of(refused);
            case SessionRefreshRefused refused ->
                refused.reason() == Reason.TOKEN_REUSED ? notice(Kind.SESSION_COPIED) : NONE;
            case DecoyOpened ignored -> NONE;
            case MailboxVerificationRefused ignored -> NONE;
            case SignInBegun ignored -> NONE;
            case TotpAccepted ignored -> NONE;
            case SessionStarted ignored -> NONE;
            case SessionRefreshed ignored -> NONE;
            case SessionEnded ignored -> NONE;
            case SessionsEnded ignored -> NONE;
            case TotpEnrolmentStarted ignored -> NONE;
            case TotpEnrolmentRefused ignored -> NONE;
            case AuthenticatorRenamed ignored -> NONE;
            case DeviceRenamed ignored -> NONE;
            case BackupCodesAcknowledged ignored -> NONE;
            case RecoveryCodeGenerated ignored -> NONE;
            case RecoveryVerifierDeposited ignored -> NONE;
            case WrappedKeyReleased ignored -> NONE;
            case RecoveryCodeConfirmationRefused ignored -> NONE;
            case RecoveryKitMade ignored -> NONE;
            case RecoveryKitRefused ignored -> NONE;
            case GuessCounted ignored -> NONE;
            case GuessesForgiven ignored -> NONE;
            case ChangeRefused ignored -> NONE;
            case BootstrapRefused ignored -> NONE;
        };
    }

    private static List<Rule> of(BackupCodeSpent event) {
        boolean few = event.remaining() <= Limits.FEW_BACKUP_CODES;
        return notice(
                few ? Kind.BACKUP_CODES_LOW : Kind.BACKUP_CODE_USED,
                Map.of("left", event.remaining(), "fingerprint", Fingerprint.of(event.setId())));
    }

    private static List<Rule> of(DeviceTrusted event) {
        var name = new SealedText("DeviceTrusted/name/" + event.accountId(), event.sealedName());
        return List.of(new NamedNotice(Kind.DEVICE_TRUSTED, name));
    }

    private static List<Rule> of(DeviceKeyBound event) {
        var name = new SealedText("DeviceTrusted/name/" + event.accountId(), event.sealedName());
        return List.of(new NamedNotice(Kind.DEVICE_KEY_BOUND, name));
    }

    private static List<Rule> of(DeviceProofRefused event) {
        var signInId = event.signInId();
        return signInId != null && event.reason() == Reason.WRONG_PROOF
                ? List.of(new Strike(signInId, Factor.DEVICE_KEY))
                : NONE;
    }

    /** The mail about the code that replaced it has said so. */
    private static List<Rule> of(RecoveryCodeRevoked event) {
        return event.reason() == Reason.REPLACED
                ? NONE
                : notice(Kind.RECOVERY_CODE_REVOKED, Map.of("fingerprint", Fingerprint.of(event.codeId())));
    }

    private static List<Rule> of(SignInRefused event) {
        var signInId = event.signInId();
        return signInId != null && event.reason() == Reason.WRONG_PROOF
                ? List.of(new Strike(signInId, event.factor()))
                : NONE;
    }

    private static List<Rule> notice(Kind kind) {
        return notice(kind, Map.of());
    }

    private static List<Rule> notice(Kind kind, Map<String, Object> details) {
        return List.of(new Notice(kind, details));
    }
}
