package io.latchkey.api.mail;

import io.latchkey.api.mail.Rule.NamedNotice;
import io.latchkey.api.mail.Rule.None;
import io.latchkey.api.mail.Rule.Notice;
import io.latchkey.api.mail.Rule.SealedText;
import io.latchkey.api.mail.Rule.Stoppable;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryReminded;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.GroupInvitationReceived;
import io.latchkey.event.Reason;
import java.util.List;
import java.util.Map;

/** The mail of somebody in a group; the reason that an organizer gave is for the other organizers only. */
final class Helps {

    private Helps() {}

    /** Two mails: whoever only wants to stop it is not led to choosing. */
    static List<Rule> of(AssistedRecoveryStarted event) {
        var id = event.recoveryId();
        var link = text("link", id, event.accountId(), event.sealedLinkToken());
        var veto = text("veto", id, event.accountId(), event.sealedVetoToken());
        return List.of(
                new Stoppable(Kind.ASSISTED_RECOVERY_BEGUN, id, veto, event.expiresAt()),
                new Stoppable(Kind.ASSISTED_RECOVERY_LINK, id, link, event.expiresAt()));
    }

    static Stoppable of(AssistedCredentialsChosen event) {
        var veto = text("veto", event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.ASSISTED_RECOVERY_WAITING, event.recoveryId(), veto, event.completesAt());
    }

    static Stoppable of(AssistedRecoveryReminded event) {
        var veto = text("veto", event.recoveryId(), event.accountId(), event.sealedVetoToken());
        return new Stoppable(Kind.ASSISTED_RECOVERY_REMINDER, event.recoveryId(), veto, event.completesAt());
    }

    /** Of another recovery that ended first, its own mail tells. */
    static Rule of(AssistedRecoveryCancelled event) {
        return event.reason() == Reason.RECOVERED ? new None() : new Notice(Kind.ASSISTED_RECOVERY_CANCELLED, Map.of());
    }

    static NamedNotice of(GroupInvitationReceived event) {
        var name = new SealedText("GroupInvitationReceived/group/" + event.accountId(), event.sealedGroupName());
        return new NamedNotice(Kind.GROUP_INVITED, name);
    }

    private static SealedText text(String what, String recoveryId, String accountId, String sealed) {
        return new SealedText("AssistedRecovery/" + what + "/" + recoveryId + "/" + accountId, sealed);
    }
}
