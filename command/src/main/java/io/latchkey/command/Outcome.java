package io.latchkey.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a command answers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Outcome
        permits Done,
                Refused,
                Throttled,
                KeyReused,
                SecretsDelivered,
                Registered,
                SecondFactorNeeded,
                SignedIn,
                TotpBegun,
                TotpConfirmed,
                BackupCodesIssued,
                DeviceIsTrusted,
                SecretKeyShown,
                RecoveryCodeShown,
                RecoveryKitAllowed,
                RecoveryBegun,
                ProofAccepted,
                Matched,
                Recovered,
                ResetBegun,
                ResetScheduled,
                CredentialsChosen,
                ContactsAsked,
                NextDue {

    /** The same outcome fit to be kept for a repeated command. */
    default Outcome withoutSecrets() {
        return this;
    }
}
