package io.latchkey.api.mail;

import io.latchkey.api.mail.Rule.Code;
import io.latchkey.api.mail.Rule.Link;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.LossLinkIssued;
import io.latchkey.event.MailboxCodeIssued;
import io.latchkey.event.RecoveryStarted;

/** The events that carry a code or a link for a mailbox: where it is sealed, and whose allowance it uses. */
final class Codes {

    private Codes() {}

    /** Anybody may register with an address, so this mail is a stranger's. */
    static Code of(MailboxCodeIssued event) {
        var id = event.accountId();
        return new Code(
                Kind.MAILBOX_CODE,
                id,
                new SealedText("MailboxCodeIssued/code/" + id, event.sealedCode()),
                new SealedText("MailboxCodeIssued/link/" + id, event.sealedLinkToken()),
                event.expiresAt(),
                Allowance.STRANGER);
    }

    /** Only who has the password and the secret key or a trusted device comes this far. */
    static Code of(EmailCodeIssued event) {
        return new Code(
                Kind.SIGN_IN_CODE,
                event.signInId(),
                new SealedText("EmailCodeIssued/code/" + event.accountId(), event.sealedCode()),
                null,
                event.expiresAt(),
                Allowance.KNOWN_CLIENT);
    }

    static Code of(RecoveryStarted event) {
        var id = event.recoveryId();
        return new Code(
                Kind.RECOVERY_CODE,
                id,
                new SealedText("RecoveryStarted/code/" + id, event.sealedCode()),
                new SealedText("RecoveryStarted/link/" + id, event.sealedLinkToken()),
                event.expiresAt(),
                event.knownClient() ? Allowance.KNOWN_CLIENT : Allowance.STRANGER);
    }

    /** Anybody may ask for it. */
    static Link of(LossLinkIssued event) {
        var token = new SealedText("LossLinkIssued/link/" + event.accountId(), event.sealedLinkToken());
        return new Link(Kind.LOSS_LINK, event.accountId(), token, event.expiresAt(), Allowance.STRANGER);
    }
}
