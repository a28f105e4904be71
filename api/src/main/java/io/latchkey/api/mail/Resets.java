package io.latchkey.api.mail;

import io.latchkey.api.mail.Rule.Code;
import io.latchkey.api.mail.Rule.None;
import io.latchkey.api.mail.Rule.Notice;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.api.mail.Rule.Stoppable;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetReminded;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import java.util.List;
import java.util.Map;

/** The mail of a reset of the second factors: a code, then notices by which the holder can stop it. */
final class Resets {

    private Resets() {}

    /** Only who has the password and the secret key or a trusted device comes this far. */
    static Code of(SecondFactorResetStarted event) {
        return new Code(
                Kind.RESET_CODE,
                event.recoveryId(),
                text("code", event.recoveryId(), event.accountId(), event.sealedCode()),
                text("link", event.recoveryId(), event.accountId(), event.sealedLinkToken()),
                event.expiresAt(),
                Allowance.KNOWN_CLIENT);
    }

    static Stoppable of(SecondFactorResetScheduled event) {
        var token = text("veto", event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.RESET_WAITING, event.recoveryId(), token, event.completesAt());
    }

    static Stoppable of(SecondFactorResetReminded event) {
        var token = text("veto", event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.RESET_REMINDER, event.recoveryId(), token, event.completesAt());
    }

    /** The mail about what came instead says so. */
    static List<Rule> of(SecondFactorResetCancelled event) {
        return switch (event.reason()) {
            case RECOVERED, REPLACED, RESET_BY_DEVICE, ERASED -> List.of(new None());
            default -> List.of(new Notice(Kind.RESET_CANCELLED, Map.of()));
        };
    }

    private static SealedText text(String what, String recoveryId, String accountId, String sealed) {
        return new SealedText("SecondFactorReset/" + what + "/" + recoveryId + "/" + accountId, sealed);
    }
}
