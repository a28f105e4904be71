package io.latchkey.api.storm;

import java.util.Map;
import java.util.Set;

/** Which event says that an operation was done, and which one that it was refused. */
final class Facts {

    private record Said(Set<String> done, Set<String> refused) {}

    private static final Set<String> NONE = Set.of();
    private static final Set<String> CHANGE_REFUSED = Set.of("ChangeRefused");
    private static final Set<String> SIGN_IN_REFUSED = Set.of("SignInRefused");
    private static final Set<String> GROUP_REFUSED = Set.of("GroupWishRefused");
    private static final Set<String> CONTACT_REFUSED = Set.of("ContactWishRefused");
    private static final Set<String> STOPPED = Set.of("AssistedRecoveryCancelled");
    private static final Set<String> PROOF_REFUSED = Set.of("RecoveryProofRefused");
    private static final Said PROVEN = new Said(Set.of("RecoveryProofAccepted"), PROOF_REFUSED);

    private static final Map<String, Said> SAID = Map.ofEntries(
            Map.entry("POST /v1/accounts", new Said(Set.of("AccountRegistered"), NONE)),
            Map.entry(
                    "POST /v1/accounts/{id}/mailbox/verify",
                    new Said(Set.of("MailboxVerified"), Set.of("MailboxVerificationRefused"))),
            Map.entry("POST /v1/accounts/{id}/mailbox/resend", new Said(Set.of("MailboxCodeIssued"), NONE)),
            Map.entry("POST /v1/sign-ins", new Said(Set.of("SignInBegun", "SessionStarted"), SIGN_IN_REFUSED)),
            Map.entry("POST /v1/sign-ins/{id}/email-code", new Said(Set.of("EmailCodeIssued"), SIGN_IN_REFUSED)),
            Map.entry("POST /v1/sign-ins/{id}/proofs totp", new Said(Set.of("TotpAccepted"), SIGN_IN_REFUSED)),
            Map.entry(
                    "POST /v1/sign-ins/{id}/proofs backup_code", new Said(Set.of("BackupCodeSpent"), SIGN_IN_REFUSED)),
            Map.entry(
                    "POST /v1/sign-ins/{id}/proofs email_code", new Said(Set.of("EmailCodeAccepted"), SIGN_IN_REFUSED)),
            Map.entry("DELETE /v1/sessions/current", new Said(Set.of("SessionEnded"), NONE)),
            Map.entry(
                    "POST /v1/sessions/refresh", new Said(Set.of("SessionRefreshed"), Set.of("SessionRefreshRefused"))),
            Map.entry("POST /v1/sessions/current/step-up totp", new Said(Set.of("TotpAccepted"), SIGN_IN_REFUSED)),
            Map.entry(
                    "POST /v1/sessions/current/step-up backup_code",
                    new Said(Set.of("BackupCodeSpent"), SIGN_IN_REFUSED)),
            Map.entry("POST /v1/account/totp", new Said(Set.of("TotpEnrolmentStarted"), CHANGE_REFUSED)),
            Map.entry(
                    "POST /v1/account/totp/{id}/confirm",
                    new Said(Set.of("TotpEnrolled"), Set.of("TotpEnrolmentRefused", "ChangeRefused"))),
            Map.entry("DELETE /v1/account/totp/{id}", new Said(Set.of("AuthenticatorRemoved"), CHANGE_REFUSED)),
            Map.entry("POST /v1/account/backup-codes", new Said(Set.of("BackupCodesGenerated"), CHANGE_REFUSED)),
            Map.entry(
                    "POST /v1/account/backup-codes/acknowledge",
                    new Said(Set.of("BackupCodesAcknowledged"), CHANGE_REFUSED)),
            Map.entry("POST /v1/account/recovery-code", new Said(Set.of("RecoveryCodeGenerated"), CHANGE_REFUSED)),
            Map.entry(
                    "POST /v1/account/recovery-code/confirm",
                    new Said(
                            Set.of("RecoveryCodeActivated"),
                            Set.of("RecoveryCodeConfirmationRefused", "ChangeRefused"))),
            Map.entry("DELETE /v1/account/recovery-code", new Said(Set.of("RecoveryCodeRevoked"), CHANGE_REFUSED)),
            Map.entry("POST /v1/account/password", new Said(Set.of("PasswordChanged"), CHANGE_REFUSED)),
            Map.entry("DELETE /v1/account", new Said(Set.of("AccountErased"), CHANGE_REFUSED)),
            Map.entry("POST /v1/account/devices", new Said(Set.of("DeviceTrusted"), CHANGE_REFUSED)),
            Map.entry("DELETE /v1/account/devices/{id}", new Said(Set.of("DeviceForgotten"), CHANGE_REFUSED)),
            Map.entry("POST /v1/staff/bootstrap", new Said(Set.of("RoleGranted"), Set.of("BootstrapRefused"))),
            Map.entry("PUT /v1/staff/{id}/roles/support", new Said(Set.of("RoleGranted"), CHANGE_REFUSED)),
            Map.entry("PUT /v1/staff/{id}/roles/security", new Said(Set.of("RoleGranted"), CHANGE_REFUSED)),
            Map.entry("POST /v1/security/replays", new Said(Set.of("ReplayStarted"), NONE)),
            Map.entry("POST /v1/recoveries", new Said(Set.of("RecoveryStarted"), NONE)),
            Map.entry("POST /v1/recoveries/{id}/proofs mailbox", PROVEN),
            Map.entry("POST /v1/recoveries/{id}/proofs recovery_code", PROVEN),
            Map.entry(
                    "POST /v1/recoveries/{id}/complete",
                    new Said(Set.of("RecoveryCompleted"), Set.of("RecoveryRefused"))),
            Map.entry("DELETE /v1/recoveries/{id}", new Said(Set.of("RecoveryCancelled"), NONE)),
            Map.entry("POST /v1/account/contacts", new Said(Set.of("ContactNamed"), CHANGE_REFUSED)),
            Map.entry(
                    "POST /v1/people/{id}/contacts/{id}/accept", new Said(Set.of("ContactAccepted"), CONTACT_REFUSED)),
            Map.entry(
                    "POST /v1/recoveries/{id}/contacts",
                    new Said(Set.of("ContactRecoveryStarted"), Set.of("RecoveryRefused"))),
            Map.entry(
                    "POST /v1/people/{id}/recoveries/{id}/approve",
                    new Said(Set.of("ContactRecoveryApproved"), CONTACT_REFUSED)),
            Map.entry("POST /v1/recoveries/{id}/veto", new Said(STOPPED, Set.of("AssistedRecoveryRefused"))),
            Map.entry("POST /v1/groups", new Said(Set.of("GroupCreated"), GROUP_REFUSED)),
            Map.entry("POST /v1/groups/{id}/invitations", new Said(Set.of("GroupMemberInvited"), GROUP_REFUSED)),
            Map.entry(
                    "POST /v1/groups/{id}/invitations/{id}/accept",
                    new Said(Set.of("GroupMemberJoined"), GROUP_REFUSED)),
            Map.entry("PUT /v1/groups/{id}/members/{id}/role", new Said(Set.of("GroupRoleChanged"), GROUP_REFUSED)),
            Map.entry(
                    "POST /v1/groups/{id}/members/{id}/recoveries",
                    new Said(Set.of("GroupRecoveryBegun"), GROUP_REFUSED)),
            Map.entry(
                    "POST /v1/groups/{id}/recoveries/{id}/approve",
                    new Said(Set.of("GroupRecoveryApproved"), GROUP_REFUSED)),
            Map.entry("DELETE /v1/groups/{id}/recoveries/{id}", new Said(STOPPED, GROUP_REFUSED)));

    /** Proofs, each of which must be on record whatever became of it. */
    private static final Set<String> GUESSES = Set.of(
            "POST /v1/sign-ins",
            "POST /v1/sign-ins/{id}/proofs totp",
            "POST /v1/sign-ins/{id}/proofs backup_code",
            "POST /v1/sign-ins/{id}/proofs email_code",
            "POST /v1/sessions/current/step-up totp",
            "POST /v1/sessions/current/step-up backup_code",
            "POST /v1/recoveries/{id}/proofs mailbox",
            "POST /v1/recoveries/{id}/proofs recovery_code");

    private static final Set<String> WRONG = Set.of("invalid-or-expired-proof", "invalid-credentials");

    private Facts() {}

    static boolean knows(String kind) {
        return SAID.containsKey(kind);
    }

    /** Answered alike whether it was done or not. */
    static boolean silent(String kind) {
        return kind.endsWith("/email-code") || kind.endsWith("/mailbox/resend");
    }

    static boolean done(String kind, String type) {
        return SAID.containsKey(kind) && SAID.get(kind).done.contains(type);
    }

    static boolean refused(String kind, String type) {
        return SAID.containsKey(kind) && SAID.get(kind).refused.contains(type);
    }

    /** A proof that was looked at and found wrong, or not looked at because too many were wrong before. */
    static boolean isWrongGuess(History.Operation operation) {
        return operation.outcome() == History.Outcome.REFUSED
                && GUESSES.contains(operation.asked().kind())
                && WRONG.contains(operation.problem());
    }
}
