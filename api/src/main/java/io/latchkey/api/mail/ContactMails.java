package io.latchkey.api.mail;

import io.latchkey.api.mail.Rule.NamedNotice;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.api.mail.Rule.Stoppable;
import io.latchkey.event.ContactApprovalAsked;
import io.latchkey.event.ContactInvitationReceived;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;

/** The mail of a holder and of the recovery contacts; who asks is read with the key of the holder, while there is one. */
final class ContactMails {

    private ContactMails() {}

    static NamedNotice of(ContactInvitationReceived event) {
        return new NamedNotice(Kind.CONTACT_INVITED, holder(event.holderId(), event.sealedHolder()));
    }

    static NamedNotice of(ContactApprovalAsked event) {
        return new NamedNotice(Kind.CONTACT_APPROVAL_ASKED, holder(event.holderId(), event.sealedHolder()));
    }

    static Stoppable of(ContactRecoveryStarted event) {
        var veto = veto(event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.CONTACT_RECOVERY_BEGUN, event.recoveryId(), veto, event.expiresAt());
    }

    static Stoppable of(ContactRecoveryScheduled event) {
        var veto = veto(event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.CONTACT_RECOVERY_WAITING, event.recoveryId(), veto, event.completesAt());
    }

    private static SealedText holder(String holderId, String sealed) {
        return new SealedText("Contact/holder/" + holderId, sealed);
    }

    private static SealedText veto(String recoveryId, String accountId, String sealed) {
        return new SealedText("AssistedRecovery/veto/" + recoveryId + "/" + accountId, sealed);
    }
}
