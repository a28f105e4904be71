package io.latchkey.command;

/** All that may be asked of a recovery. */
public sealed interface RecoveryCommand
        permits StartRecovery,
                ProveMailbox,
                ProveRecoveryCode,
                RecoverAccount,
                CancelRecovery,
                ExpireRecovery,
                AskContacts {}
