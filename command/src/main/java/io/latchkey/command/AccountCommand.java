package io.latchkey.command;

import io.latchkey.value.AccountId;

/** All that may be asked of an account. */
public sealed interface AccountCommand
        permits RegisterAccount,
                VerifyMailbox,
                ResendMailboxCode,
                SignIn,
                ProveTotp,
                ProveBackupCode,
                SendEmailCode,
                ProveEmailCode,
                TrustDevice,
                ForgetDevice,
                RefreshSession,
                EndSession,
                EndOtherSessions,
                StepUpWithTotp,
                StepUpWithBackupCode,
                StepUpWithPassword,
                EnrollTotp,
                ConfirmTotp,
                RenameAuthenticator,
                RemoveAuthenticator,
                GenerateBackupCodes,
                AcknowledgeBackupCodes,
                GenerateRecoveryCode,
                ActivateRecoveryCode,
                RevokeRecoveryCode,
                ChangePassword,
                EraseAccount,
                BecomeFirstAdmin,
                GrantRole,
                RevokeRole,
                JudgeMailboxGuess,
                JudgeRecoveryCode,
                ReplaceCredentials {
    AccountId accountId();
}
