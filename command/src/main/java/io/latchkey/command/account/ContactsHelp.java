package io.latchkey.command.account;

import io.latchkey.event.ContactRecoveryStarted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Recovery contacts help: so many of those who were asked must give the code that was read out to them. */
record ContactsHelp(
        int needed, Set<String> asked, String sealedCode, Set<String> approvals, Map<String, Integer> strikes)
        implements Help {

    static ContactsHelp of(ContactRecoveryStarted event) {
        return new ContactsHelp(
                event.approvals(), Set.copyOf(event.contacts()), event.sealedCode(), Set.of(), Map.of());
    }

    boolean enough() {
        return approvals.size() >= needed;
    }

    int strikesOf(String accountId) {
        return strikes.getOrDefault(accountId, 0);
    }

    ContactsHelp struck(String accountId) {
        var more = new HashMap<>(strikes);
        more.merge(accountId, 1, Integer::sum);
        return new ContactsHelp(needed, asked, sealedCode, approvals, Map.copyOf(more));
    }

    ContactsHelp approved(String contactId) {
        var more = new HashSet<>(approvals);
        more.add(contactId);
        return new ContactsHelp(needed, asked, sealedCode, Set.copyOf(more), strikes);
    }

    ContactsHelp without(String contactId) {
        var fewer = new HashSet<>(approvals);
        fewer.remove(contactId);
        return new ContactsHelp(needed, asked, sealedCode, Set.copyOf(fewer), strikes);
    }
}
