package io.latchkey.command;

/** What a command answers. */
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
                RecoveryCodeShown,
                RecoveryBegun,
                ProofAccepted,
                Matched,
                Recovered {

    /** The same outcome fit to be kept for a repeated command. */
    default Outcome withoutSecrets() {
        return this;
    }
}
