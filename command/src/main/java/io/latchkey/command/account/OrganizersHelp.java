package io.latchkey.command.account;

import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.value.Factor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organizers of a group help; who of them consented the group knows. */
record OrganizersHelp(
        String groupId,
        String sealedLinkToken,
        int strikes,
        @Nullable Chosen chosen) implements Help {

    /** What the holder has proven and chosen. */
    record Chosen(List<Factor> factors, String sealedPassword, String sealedSecretKey) {}

    static OrganizersHelp of(AssistedRecoveryStarted event) {
        return new OrganizersHelp(event.groupId(), event.sealedLinkToken(), 0, null);
    }

    OrganizersHelp struck() {
        return new OrganizersHelp(groupId, sealedLinkToken, strikes + 1, chosen);
    }

    OrganizersHelp chosen(AssistedCredentialsChosen event) {
        var now = new Chosen(List.copyOf(event.factors()), event.sealedPassword(), event.sealedSecretKey());
        return new OrganizersHelp(groupId, sealedLinkToken, strikes, now);
    }
}
