package io.latchkey.api.storm;

import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.api.storm.Evidence.Letter;
import io.latchkey.api.storm.Evidence.Mail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every mail that is due was sent, as one message however often it was sent, and none for what did not happen: I10. */
final class Mails {

    /** A send that a fault cut is taken up again when its node has been silent for twenty seconds. */
    private static final Duration LATE = Duration.ofSeconds(60);

    private static final List<String> KINDS = List.of(
            "MAILBOX_CODE",
            "ADDRESS_TAKEN",
            "SIGN_IN_CODE",
            "RECOVERY_CODE",
            "RECOVERY_STARTED",
            "RECOVERY_CANCELLED",
            "ACCOUNT_RECOVERED",
            "PASSWORD_CHANGED",
            "AUTHENTICATOR_ADDED",
            "AUTHENTICATOR_REMOVED",
            "FACTOR_DISABLED",
            "BACKUP_CODES_MADE",
            "BACKUP_CODES_REVOKED",
            "BACKUP_CODE_USED",
            "BACKUP_CODES_LOW",
            "RECOVERY_CODE_ACTIVE",
            "RECOVERY_CODE_REVOKED",
            "RECOVERY_SESSION",
            "DEVICE_TRUSTED",
            "DEVICE_FORGOTTEN",
            "ROLE_GRANTED",
            "ROLE_REVOKED",
            "WRONG_SECOND_FACTORS",
            "SESSION_COPIED",
            "GROUP_INVITED",
            "GROUP_JOINED",
            "ASSISTED_RECOVERY_BEGUN",
            "ASSISTED_RECOVERY_LINK",
            "ASSISTED_RECOVERY_CANCELLED",
            "CONTACT_INVITED",
            "CONTACT_ADDED",
            "CONTACT_APPROVAL_ASKED",
            "CONTACT_RECOVERY_BEGUN",
            "CONTACT_RECOVERY_WAITING");
    private static final Map<String, List<String>> ASKED_BY = Map.ofEntries(
            Map.entry("MailboxCodeIssued", List.of("MAILBOX_CODE", "ADDRESS_TAKEN")),
            Map.entry("EmailCodeIssued", List.of("SIGN_IN_CODE")),
            Map.entry("RecoveryStarted", List.of("RECOVERY_CODE")),
            Map.entry("AccountRecovered", List.of("ACCOUNT_RECOVERED")),
            Map.entry("TotpEnrolled", List.of("AUTHENTICATOR_ADDED")),
            Map.entry("AuthenticatorRemoved", List.of("AUTHENTICATOR_REMOVED")),
            Map.entry("BackupCodesGenerated", List.of("BACKUP_CODES_MADE")),
            Map.entry("BackupCodeSpent", List.of("BACKUP_CODE_USED", "BACKUP_CODES_LOW")),
            Map.entry("RecoveryCodeActivated", List.of("RECOVERY_CODE_ACTIVE")),
            Map.entry("AssistedRecoveryStarted", List.of("ASSISTED_RECOVERY_BEGUN")),
            Map.entry("ContactApprovalAsked", List.of("CONTACT_APPROVAL_ASKED")),
            Map.entry("ContactRecoveryStarted", List.of("CONTACT_RECOVERY_BEGUN")),
            Map.entry("ContactRecoveryScheduled", List.of("CONTACT_RECOVERY_WAITING")));

    private final Evidence evidence;
    private final Set<String> erased;
    private final List<Violation> found = new ArrayList<>();

    private Mails(Evidence evidence) {
        this.evidence = evidence;
        this.erased = evidence.facts().stream()
                .filter(fact -> fact.type().equals("AccountErased"))
                .map(fact -> fact.text("accountId"))
                .collect(Collectors.toSet());
    }

    static List<Violation> check(Evidence evidence) {
        var mails = new Mails(evidence);
        mails.intents();
        mails.outbox();
        mails.letters();
        return mails.found;
    }

    private void intents() {
        var queued = evidence.outbox().stream().map(Mail::id).collect(Collectors.toSet());
        var proven = new HashSet<String>();
        for (var fact : evidence.facts()) {
            var account = fact.text("accountId");
            if (fact.type().equals("MailboxVerified")) {
                proven.add(account);
            }
            boolean hasReader = proven.contains(account) || fact.type().equals("MailboxCodeIssued");
            var kinds = ASKED_BY.getOrDefault(fact.type(), List.of());
            if (!kinds.isEmpty()
                    && hasReader
                    && !erased.contains(account)
                    && kinds.stream().noneMatch(kind -> queued.contains(id(fact, kind)))) {
                tell("no mail for " + fact.type() + " " + fact.id());
            }
        }
    }

    private void outbox() {
        var possible = evidence.facts().stream()
                .flatMap(fact -> KINDS.stream().map(kind -> id(fact, kind)))
                .collect(Collectors.toSet());
        var delivered = evidence.letters().stream().map(Mails::nameOf).collect(Collectors.toSet());
        for (var mail : evidence.outbox()) {
            if (!possible.contains(mail.id())) {
                tell("a mail for what did not happen: " + mail);
            }
            switch (mail.state()) {
                case "SENT" -> tellIf(!delivered.contains(mail.id()), "marked as sent, and never was: " + mail);
                case "PENDING" -> tellIf(mail.due().isBefore(evidence.at().minus(LATE)), "not sent: " + mail);
                case "DEAD" -> tellIf(mail.expires().isAfter(evidence.at()), "given up: " + mail);
                default -> {}
            }
        }
    }

    private void letters() {
        var queued = evidence.outbox().stream().map(Mail::id).collect(Collectors.toSet());
        for (var letter : evidence.letters()) {
            boolean draft = letter.file().endsWith(".tmp");
            tellIf(
                    !draft && !letter.messageId().startsWith("<" + nameOf(letter) + "@"),
                    "another Message-ID: " + letter);
            tellIf(!draft && erased.isEmpty() && !queued.contains(nameOf(letter)), "nobody queued " + letter);
        }
    }

    private static String nameOf(Letter letter) {
        return letter.file().replace(".eml", "");
    }

    private static String id(Fact fact, String kind) {
        return UUID.nameUUIDFromBytes((fact.id() + '/' + kind).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void tellIf(boolean wrong, String what) {
        if (wrong) {
            tell(what);
        }
    }

    private void tell(String what) {
        found.add(new Violation("I10", what));
    }
}
