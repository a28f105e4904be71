package io.latchkey.command.account;

import io.latchkey.command.*;
import io.latchkey.totp.Base32;
import io.latchkey.value.RecoveryCode;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What came back for a wish, and what chance gave along with it: the only things a model cannot know by itself. */
record Answer(Outcome outcome, String mailedCode, String mailedLink, UnaryOperator<String> secretKeyDigest) {

    /** The secret key as its digest, a recovery code as it is kept, or nothing. */
    String secret() {
        return switch (outcome) {
            case Registered registered -> secretKeyDigest.apply(registered.secretKey());
            case SecretKeyShown shown -> secretKeyDigest.apply(shown.secretKey());
            case Recovered recovered -> secretKeyDigest.apply(recovered.secretKey());
            case RecoveryCodeShown shown -> new RecoveryCode(shown.code()).body();
            default -> "";
        };
    }

    String rotated() {
        var code = outcome instanceof Recovered recovered ? recovered.recoveryCode() : null;
        return code == null ? "" : new RecoveryCode(code).body();
    }

    byte[] seed() {
        return outcome instanceof TotpBegun begun ? Base32.decode(begun.secret()) : new byte[1];
    }

    String session() {
        return outcome instanceof SignedIn in ? in.grant().sessionId() : "";
    }

    /** Kind, reason, times and counts; no ids, no secrets. */
    static String shown(Outcome outcome) {
        return switch (outcome) {
            case Refused refused -> "Refused " + refused.reason();
            case Throttled throttled -> "Throttled until " + throttled.until();
            case SecondFactorNeeded needed ->
                "SecondFactorNeeded " + new TreeSet<>(needed.factors()) + " until " + needed.expiresAt();
            case SignedIn in -> {
                var grant = in.grant();
                yield signedIn(
                        grant.kind()
                                + " " + grant.assurance()
                                + " " + new TreeSet<>(grant.factors())
                                + " " + grant.generation()
                                + " " + grant.provenAt()
                                + " " + grant.expiresAt(),
                        in.backupCodesLeft() == null ? -1 : in.backupCodesLeft());
            }
            case TotpBegun begun -> "TotpBegun until " + begun.expiresAt();
            case TotpConfirmed confirmed -> "TotpConfirmed " + (confirmed.backupSetId() != null);
            case RecoveryBegun begun -> "RecoveryBegun until " + begun.expiresAt();
            case ProofAccepted accepted -> "ProofAccepted, missing " + new TreeSet<>(accepted.missing());
            case ResetBegun begun -> "ResetBegun until " + begun.expiresAt() + ", completes " + begun.completesAt();
            case ResetScheduled scheduled -> "ResetScheduled until " + scheduled.completesAt();
            case NextDue due -> "NextDue at " + due.at();
            case Recovered recovered -> "Recovered " + (recovered.recoveryCode() != null);
            case Outcome plain -> plain.getClass().getSimpleName();
        };
    }

    static String signedIn(String session, int backupCodesLeft) {
        return "SignedIn " + session + (backupCodesLeft < 0 ? "" : ", left " + backupCodesLeft);
    }
}
