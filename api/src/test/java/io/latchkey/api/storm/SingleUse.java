package io.latchkey.api.storm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.latchkey.api.storm.Evidence.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What is good once is good once, over all nodes and all time: I4. */
final class SingleUse {

    private SingleUse() {}

    static List<Violation> check(Evidence evidence) {
        var found = new ArrayList<Violation>();
        evidence.facts().stream()
                .map(SingleUse::used)
                .filter(used -> !used.isEmpty())
                .collect(groupingBy(used -> used, counting()))
                .forEach((used, times) -> {
                    if (times > 1) {
                        found.add(new Violation("I4", used + " was used " + times + " times"));
                    }
                });
        stepsOnlyRise(evidence.facts(), found);
        return found;
    }

    private static String used(Fact fact) {
        return switch (fact.type()) {
            case "BackupCodeSpent" -> name(fact, "setId", "slot");
            case "TotpAccepted", "TotpEnrolled" ->
                "step " + fact.text("authenticatorId") + " " + fact.payload().path("step");
            case "EmailCodeAccepted" -> name(fact, "signInId");
            case "MailboxVerified" -> name(fact, "accountId");
            case "GroupMemberJoined" -> name(fact, "invitationId");
            case "ContactRecoveryApproved" -> name(fact, "recoveryId", "contactId");
            case "ContactRecoveryScheduled" -> name(fact, "recoveryId");
            case "RecoveryProofAccepted" -> name(fact, "recoveryId", "factor");
            case "AccountRecovered", "RecoveryCompleted" -> name(fact, "recoveryId");
            case "RecoveryCodeActivated" -> name(fact, "codeId");
            case "SessionRefreshed" -> name(fact, "sessionId", "generation");
            default -> "";
        };
    }

    private static String name(Fact fact, String... fields) {
        return Arrays.stream(fields)
                .map(field -> fact.payload().path(field).asString(""))
                .collect(Collectors.joining(" ", fact.type() + " ", ""));
    }

    private static void stepsOnlyRise(List<Fact> facts, List<Violation> found) {
        var last = new HashMap<String, Long>();
        for (var fact : facts) {
            if (fact.type().equals("TotpAccepted") || fact.type().equals("TotpEnrolled")) {
                long step = fact.payload().path("step").asLong();
                var before = last.put(fact.text("authenticatorId"), step);
                if (before != null && before > step) {
                    found.add(new Violation("I4", "the last step went back at event " + fact.id()));
                }
            }
        }
    }
}
