package io.latchkey.api.storm;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.api.storm.Evidence.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** No more guesses were looked at than the budget allows, and none too early: I5. Counted anew, from the events alone. */
final class Guesses {

    private static final int FREE = 5;
    private static final int A_FLOW = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Map<String, Integer> STOP =
            Map.of("TOTP", 50, "EMAIL_CODE", 50, "BACKUP_CODE", 100, "RECOVERY_CODE", 100);
    private static final Set<String> COUNTED = Set.of("WRONG_PROOF", "ALREADY_USED", "UNKNOWN_ACCOUNT");

    private record Wrong(int times, Instant last) {}

    private final Map<String, Wrong> wrong = new HashMap<>();
    private final Map<String, Integer> strikes = new HashMap<>();
    private final List<Violation> found = new ArrayList<>();

    static List<Violation> check(Evidence evidence) {
        var guesses = new Guesses();
        evidence.facts().stream()
                .collect(groupingBy(fact -> fact.text("accountId")))
                .forEach((account, facts) -> facts.stream()
                        .sorted(Comparator.comparing(Fact::at))
                        .forEach(fact -> guesses.see(account, fact)));
        return guesses.found;
    }

    private void see(String account, Fact fact) {
        switch (fact.type()) {
            case "SignInRefused" -> {
                if (COUNTED.contains(fact.text("reason"))) {
                    count(account, fact.text("factor"), side(fact), fact);
                    strike(fact.text("signInId"), fact);
                }
            }
            case "GuessCounted" -> count(account, fact.text("factor"), side(fact), fact);
            case "RecoveryProofRefused" -> {
                if (fact.text("reason").equals("WRONG_PROOF")) {
                    strike(fact.text("recoveryId"), fact);
                }
            }
            case "MailboxVerificationRefused" -> {
                if (fact.text("reason").equals("WRONG_PROOF")) {
                    count(account, "EMAIL_CODE", "false", fact);
                }
            }
            case "TotpAccepted", "TotpEnrolled" -> forgive(account, "TOTP");
            case "BackupCodeSpent", "BackupCodesGenerated" -> forgive(account, "BACKUP_CODE");
            case "SignInBegun", "SessionStarted" -> forgive(account, "PASSWORD");
            case "EmailCodeAccepted" -> forgive(account, "EMAIL_CODE");
            case "RecoveryCodeActivated" -> forgive(account, "RECOVERY_CODE");
            case "GuessesForgiven", "FactorDisabled" -> forgive(account, fact.text("factor"));
            case "AccountRecovered" ->
                Stream.of("PASSWORD", "TOTP", "EMAIL_CODE", "BACKUP_CODE", "RECOVERY_CODE")
                        .forEach(factor -> forgive(account, factor));
            default -> {}
        }
    }

    private static String side(Fact fact) {
        return Boolean.toString(fact.payload().path("knownClient").asBoolean());
    }

    private void count(String account, String factor, String side, Fact fact) {
        var before = wrong.getOrDefault(key(account, factor, side), new Wrong(0, Instant.EPOCH));
        if (before.times >= FREE && fact.at().isBefore(before.last.plus(waitAfter(before.times)))) {
            found.add(new Violation("I5", "a guess was looked at too early: " + fact.id()));
        }
        wrong.put(key(account, factor, side), new Wrong(before.times + 1, fact.at()));
        int all = Stream.of("true", "false")
                .mapToInt(one -> wrong.getOrDefault(key(account, factor, one), new Wrong(0, Instant.EPOCH)).times)
                .sum();
        if (all > STOP.getOrDefault(factor, Integer.MAX_VALUE)) {
            found.add(new Violation("I5", "a guess was looked at after the last one: " + fact.id()));
        }
    }

    private void strike(String flow, Fact fact) {
        if (!flow.isEmpty() && strikes.merge(flow, 1, Integer::sum) > A_FLOW) {
            found.add(new Violation("I5", "a guess was looked at in a dead flow: " + fact.id()));
        }
    }

    private void forgive(String account, String factor) {
        wrong.remove(key(account, factor, "true"));
        wrong.remove(key(account, factor, "false"));
    }

    private static String key(String account, String factor, String side) {
        return String.join(" ", account, factor, side);
    }

    private static Duration waitAfter(int times) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(times - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
