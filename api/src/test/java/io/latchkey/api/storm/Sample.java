package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.api.storm.Evidence.Letter;
import io.latchkey.api.storm.Evidence.Line;
import io.latchkey.api.storm.Evidence.Mail;
import io.latchkey.api.storm.Evidence.Rebuilt;
import io.latchkey.api.storm.History.Answered;
import io.latchkey.api.storm.History.Asked;
import io.latchkey.api.storm.History.Operation;
import io.latchkey.api.storm.History.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Evidence of a small history in which nothing is wrong, to be doctored. */
final class Sample {

    static final String ANN = "ann";
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    final Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    final List<Fact> facts = new ArrayList<>();
    final List<Line> trail = new ArrayList<>();
    final List<Mail> outbox = new ArrayList<>();
    final List<Letter> letters = new ArrayList<>();
    final List<Rebuilt> rebuilds = new ArrayList<>(List.of(new Rebuilt("r1", "FINISHED", 0)));
    final List<String> behind = new ArrayList<>();
    final List<String> leftOver = new ArrayList<>();
    final Map<String, String> places = new HashMap<>(Map.of("log", "nothing to see"));
    long throttled;

    Sample() {
        done("register", "POST /v1/accounts", 201);
        happened(ANN, "AccountRegistered", "register", Map.of());
        var code = happened(ANN, "MailboxCodeIssued", "register", Map.of());
        sent(code, "MAILBOX_CODE");
        done("verify", "POST /v1/accounts/{id}/mailbox/verify", 204);
        happened(ANN, "MailboxVerified", "verify", Map.of());
        done("begin", "POST /v1/sign-ins", 200);
        happened(ANN, "SignInBegun", "begin", Map.of());
        done("wrong", "POST /v1/sign-ins/{id}/proofs totp", 400);
        refused("wrong", 1);
        unanswered("lost", "POST /v1/recoveries");
        happened(ANN, "DecoyOpened", "lost", Map.of());
        told.canaries().add(new History.Canary("password", "correct horse battery"));
        told.faults().add(new History.Fault("kill", START, 9_000, 30_000));
        told.probes().add(new History.Probe(START.plusSeconds(9), true, ""));
        spend("backup", 0);
    }

    Evidence evidence() {
        return new Evidence(
                START.plusSeconds(600),
                told,
                facts,
                trail,
                throttled,
                outbox,
                letters,
                rebuilds,
                behind,
                leftOver,
                places);
    }

    void done(String id, String kind, int status) {
        var problem = status == 400 ? "invalid-or-expired-proof" : "";
        told.operations()
                .add(new Operation(
                        new Asked(id, "key-" + id, kind, ANN, START),
                        answers(new Answered(id, status, problem, START))));
    }

    void unanswered(String id, String kind) {
        told.operations()
                .add(new Operation(
                        new Asked(id, "key-" + id, kind, ANN, START), answers(new Answered(id, 0, "", START))));
    }

    private static List<Answered> answers(Answered one) {
        return new ArrayList<>(List.of(one));
    }

    void spend(String id, int slot) {
        done(id, "POST /v1/sign-ins/{id}/proofs backup_code", 200);
        var spent = happened(ANN, "BackupCodeSpent", id, Map.of("setId", "set", "slot", slot));
        sent(spent, "BACKUP_CODE_USED");
    }

    void refused(String id, int second) {
        var details = Map.of("factor", "TOTP", "reason", "WRONG_PROOF", "signInId", "flow " + id, "knownClient", true);
        add(new Fact(
                "fact-" + facts.size(),
                ANN,
                next(ANN),
                "SignInRefused",
                START.plusSeconds(second),
                json(ANN, details),
                id));
    }

    Fact happened(String aggregate, String type, String operation, Map<String, ?> details) {
        return add(new Fact(
                "fact-" + facts.size(), aggregate, next(aggregate), type, START, json(aggregate, details), operation));
    }

    private Fact add(Fact fact) {
        facts.add(fact);
        trail.add(new Line(fact.id(), fact.aggregate(), fact.sequence(), fact.type()));
        return fact;
    }

    void sent(Fact fact, String kind) {
        var id = UUID.nameUUIDFromBytes((fact.id() + '/' + kind).getBytes(StandardCharsets.UTF_8))
                .toString();
        outbox.add(new Mail(id, kind, "SENT", START, START.plusSeconds(3600)));
        letters.add(new Letter(id + ".eml", "<" + id + "@localhost>", "A mail"));
    }

    private long next(String aggregate) {
        return facts.stream().filter(fact -> fact.aggregate().equals(aggregate)).count();
    }

    private static JsonNode json(String account, Map<String, ?> details) {
        var payload = new HashMap<String, Object>(details);
        payload.put("accountId", account);
        return Client.JSON.valueToTree(payload);
    }
}
