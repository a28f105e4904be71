package io.latchkey.api.journey;

import io.latchkey.api.journey.Client.Answer;
import io.latchkey.value.BackupCode;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Through everything there is, right and wrong, with a marker in every field. */
final class LeaksJourney {

    final WatchedClient client;
    final Holder ann;
    final Holder staff;
    final Device laptop = new Device();
    String mailed = "";
    private final JsonNode document;
    private final Path data;

    LeaksJourney(WatchedClient client, JsonNode document, Path data) {
        this.client = client;
        this.document = document;
        this.data = data;
        this.ann = marked(new Holder(client));
        this.staff = marked(new Holder(client));
    }

    static String marker() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static Holder marked(Holder holder) {
        holder.email = "canary" + marker() + "@example.org";
        holder.name = "Name" + marker();
        holder.password = "password " + marker();
        return holder;
    }

    /** The fields of each operation that take a text of any kind. */
    static Map<String, Set<String>> fields(JsonNode document) {
        var fields = new LinkedHashMap<String, Set<String>>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var reference = operation
                            .getValue()
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asString("");
                    if (!reference.isEmpty()) {
                        var properties = document.at(reference.substring(1)).path("properties");
                        fields.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                properties.properties().stream()
                                        .filter(property -> isText(property.getValue()))
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.toCollection(LinkedHashSet::new)));
                    }
                }));
        return fields;
    }

    private static boolean isText(JsonNode property) {
        return property.path("type").toString().contains("string")
                && property.path("enum").isMissingNode();
    }

    void walk(String bootstrapToken) {
        protect();
        change();
        signInInEveryWay();
        loseThePhoneAndTheSecretKey();
        stopAReset();
        stopTheHelpOfAnOrganizer();
        beHelpedByContacts();
        everythingWrong();
        comeBack();
        bringAnOwnCode();
        workAsStaff(bootstrapToken);
        loseADeviceAndObject();
    }

    private void protect() {
        var registered = post("/v1/accounts", "", "email", ann.email, "name", ann.name, "password", ann.password)
                .expect(201);
        ann.accountId = registered.text("accountId");
        ann.secretKey = registered.text("secretKey");
        post("/v1/accounts/" + ann.accountId + "/mailbox/verify", "", "code", "90817263")
                .expect(400);
        post("/v1/accounts/" + ann.accountId + "/mailbox/verify", "", "token", link(ann.accountId))
                .expect(204);
        ann.signIn().expect(200);
        ann.enroll("phone" + marker());
        ann.makeRecoveryCode();
        post("/v1/account/recovery-kit", ann.access, "recoveryCode", ann.recoveryCode, "label", "Sheet" + marker())
                .expect(200);
        post("/v1/accounts", "", "email", ann.email, "name", "Twice" + marker(), "password", ann.password);
    }

    private void change() {
        ann.signInWithBackupCode().expect(200);
        var name = Map.of("name", "renamed" + marker());
        client.send("PATCH", "/v1/account/totp/" + ann.totpId, ann.access, Client.JSON.writeValueAsString(name), key())
                .expect(204);
        ann.keep(
                post("/v1/sessions/current/step-up", ann.access, "factor", "backup_code", "code", ann.backupCodes.pop())
                        .expect(200));
        var chosen = "changed " + marker();
        post("/v1/account/password", ann.access, "password", chosen).expect(204);
        ann.password = chosen;
        ann.signInWithBackupCode().expect(200);
        var codes = post("/v1/account/backup-codes", ann.access).expect(201);
        post("/v1/account/backup-codes/acknowledge", ann.access, "setId", codes.text("setId"))
                .expect(204);
        ann.backupCodes.clear();
        codes.body().path("codes").forEach(code -> ann.backupCodes.add(code.asString()));
        post("/v1/sessions/refresh", "", "refreshToken", ann.refresh).expect(200);
    }

    private void signInInEveryWay() {
        ann.signInWithBackupCode().expect(200);
        var device = post("/v1/account/devices", ann.access, "name", "laptop" + marker())
                .expect(201)
                .text("deviceToken");
        var begun = post("/v1/sign-ins", "", "email", ann.email, "password", ann.password, "deviceToken", device)
                .expect(200);
        client.post("/v1/sign-ins/" + begun.text("signInId") + "/email-code", begun.text("handle"), Map.of())
                .expect(202);
        mailed = client.mailedCode(ann.email, "one-time code");
        ann.prove(begun, "email_code", mailed).expect(200);
        post("/v1/recoveries", "", "email", ann.email, "deviceToken", device).expect(202);
        ann.signInWithBackupCode().expect(200);
    }

    private void loseThePhoneAndTheSecretKey() {
        var bound = proven("/v1/account/devices", ann.access, "name", "tablet" + marker())
                .expect(201);
        var name = Client.JSON.writeValueAsString(Map.of("name", "renamed" + marker()));
        client.send("PATCH", "/v1/account/devices/" + bound.text("id"), ann.access, name, key())
                .expect(204);
        Backdating.bindings(data, ann.accountId);
        ann.keep(ann.prove(beginOn(bound), "backup_code", ann.backupCodes.pop()))
                .expect(200);
        ann.secretKey = proven("/v1/account/secret-key", ann.access).expect(201).text("secretKey");
        var begun = beginOn(bound);
        ann.keep(proven("/v1/sign-ins/" + begun.text("signInId") + "/device-reset", begun.text("handle"))
                .expect(200));
        ann.backupCodes.clear();
        ann.enroll("phone" + marker());
        ann.signInWithBackupCode().expect(200);
    }

    private Answer beginOn(Answer bound) {
        return post(
                        "/v1/sign-ins",
                        "",
                        "email",
                        ann.email,
                        "password",
                        ann.password,
                        "deviceToken",
                        bound.text("deviceToken"))
                .expect(200);
    }

    /** With a proof by the key of the laptop. */
    private Answer proven(String path, String token, String... pairs) {
        client.headers.put("DPoP", laptop.proof("POST", client.service + path, token));
        var answer = post(path, token, pairs);
        client.headers.remove("DPoP");
        return answer;
    }

    private void stopAReset() {
        Backdating.events(data, ann.accountId, "MailboxVerified");
        var begun = ann.signIn().expect(200);
        var route = "/v1/sign-ins/" + begun.text("signInId") + "/second-factor-reset";
        var reset = client.post(route, begun.text("handle"), Map.of()).expect(202);
        var recovery = "/v1/recoveries/" + reset.text("recoveryId");
        ann.proveRecovery(reset, "mailbox", "90817263").expect(400);
        post(recovery + "/proofs", reset.text("handle"), "kind", "mailbox", "token", link(reset.text("recoveryId")))
                .expect(200);
        post(
                        recovery + "/veto",
                        "",
                        "token",
                        LinkToken.random(new SecureRandom()).value())
                .expect(400);
        post(recovery + "/veto", "", "token", link("veto&r=" + reset.text("recoveryId")))
                .expect(204);
    }

    private void stopTheHelpOfAnOrganizer() {
        var bea = Holder.protectedOne(client);
        bea.signInWithBackupCode().expect(200);
        var group = "/v1/groups/"
                + post("/v1/groups", bea.access, "name", "Family " + marker())
                        .expect(201)
                        .text("groupId");
        post(group + "/invitations", bea.access, "email", ann.email).expect(202);
        var invitation = client.get("/v1/groups", ann.access)
                .expect(200)
                .body()
                .at("/invitations/0/invitationId")
                .asString();
        post(group + "/invitations/" + invitation + "/accept", ann.access).expect(204);
        var id = post(group + "/members/" + ann.accountId + "/recoveries", bea.access, "reason", "Lost " + marker())
                .expect(202)
                .text("recoveryId");
        var link = link("choose&r=" + id);
        var route = "/v1/recoveries/" + id;
        post(route + "/credentials", "", "token", link, "currentPassword", ann.password, "password", "new " + marker())
                .expect(200);
        post(route + "/veto", "", "token", link("veto&r=" + id)).expect(204);
    }

    /** Not for the one who is lost elsewhere, whose mailbox takes no more at a stranger's wish. */
    private void beHelpedByContacts() {
        var bea = Holder.protectedOne(client);
        var friends = List.of(Holder.protectedOne(client), Holder.protectedOne(client));
        bea.signInWithBackupCode().expect(200);
        friends.forEach(friend -> befriend(bea, friend));
        Backdating.events(data, bea.accountId, "MailboxVerified");
        Backdating.events(data, bea.accountId, "ContactAccepted");
        var begun = bea.startRecovery();
        var id = begun.text("recoveryId");
        var handle = begun.text("handle");
        post("/v1/recoveries/" + id + "/proofs", handle, "kind", "mailbox", "token", link(bea, id))
                .expect(200);
        var asked = post("/v1/recoveries/" + id + "/contacts", handle).expect(202);
        var route = "/v1/people/" + bea.accountId + "/recoveries/" + id + "/approve";
        post(route, friends.getFirst().access, "code", "908172").expect(400);
        post(route, friends.getFirst().access, "code", asked.text("voiceCode")).expect(204);
    }

    private void befriend(Holder bea, Holder friend) {
        friend.signInWithBackupCode().expect(200);
        post("/v1/account/contacts", bea.access, "email", friend.email, "name", "Friend " + marker())
                .expect(202);
        var contact = client.get("/v1/people", friend.access)
                .expect(200)
                .body()
                .at("/people/0/contactId")
                .asString();
        post("/v1/people/" + bea.accountId + "/contacts/" + contact + "/accept", friend.access)
                .expect(204);
    }

    /** The same markers where they are refused: unknown, of the wrong form, and in JSON that is none. */
    private void everythingWrong() {
        post("/v1/sign-ins", "", "email", ann.email, "password", "wrong " + marker(), "secretKey", ann.secretKey)
                .expect(401);
        post("/v1/sign-ins", "", "email", "no" + ann.email, "password", "wrong " + marker())
                .expect(401);
        var begun = ann.signIn().expect(200);
        ann.prove(begun, "totp", "000000").expect(400);
        ann.prove(begun, "backup_code", BackupCode.random(0, new SecureRandom()).formatted())
                .expect(400);
        fields(document).forEach((operation, names) -> {
            var parts = operation.replaceAll("\\{[^}]+}", ann.totpId).split(" ");
            var token = parts[1].startsWith("/v1/sign-ins/") ? begun.text("handle") : ann.access;
            var body = new HashMap<String, Object>();
            names.forEach(name -> body.put(name, "Odd\n" + marker()));
            var text = Client.JSON.writeValueAsString(body);
            client.send(parts[0], parts[1], token, text, key());
            names.forEach(name -> body.put(name, Map.of("inside", marker() + marker())));
            client.send(parts[0], parts[1], token, Client.JSON.writeValueAsString(body), key());
            sendBroken(parts, token, text);
        });
    }

    private void sendBroken(String[] parts, String token, String text) {
        var witness = client.witness;
        client.witness = exchange -> witness.accept(new WatchedClient.Exchange(
                exchange.method(), exchange.path(), exchange.token(), exchange.key(), text, exchange.answer()));
        client.send(parts[0], parts[1], token, text.substring(0, Math.max(1, text.length() - 3)), key());
        client.witness = witness;
    }

    private void comeBack() {
        var begun = ann.startRecovery();
        ann.proveRecovery(begun, "mailbox", "90817263").expect(400);
        ann.proveRecovery(
                        begun,
                        "recovery_code",
                        RecoveryCode.random(new SecureRandom()).formatted())
                .expect(400);
        ann.proveRecovery(begun, "recovery_code", ann.recoveryCode).expect(200);
        post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                        begun.text("handle"),
                        "kind",
                        "mailbox",
                        "token",
                        link(begun.text("recoveryId")))
                .expect(200);
        var chosen = "chosen " + marker();
        var done = post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/complete",
                        begun.text("handle"),
                        "password",
                        chosen)
                .expect(200);
        ann.password = chosen;
        ann.secretKey = done.text("secretKey");
        ann.signIn().expect(200);
    }

    private void bringAnOwnCode() {
        var verifier = LinkToken.random(new SecureRandom()).value();
        var wrapped = LinkToken.random(new SecureRandom()).value();
        post("/v1/account/recovery-code/verifier", ann.access, "verifier", verifier, "wrappedKey", wrapped)
                .expect(204);
        post("/v1/account/recovery-code/confirm", ann.access, "verifier", verifier)
                .expect(204);
        var begun = ann.startRecovery();
        post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                        begun.text("handle"),
                        "kind",
                        "recovery_code",
                        "verifier",
                        verifier)
                .expect(200);
    }

    private void workAsStaff(String bootstrapToken) {
        staff.register();
        staff.signIn().expect(200);
        staff.keep(post("/v1/sessions/current/step-up", staff.access, "factor", "password", "password", staff.password)
                .expect(200));
        staff.enroll("phone" + marker());
        staff.becomeStaff(bootstrapToken);
        staff.signInWithBackupCode().expect(200);
        var replay = post("/v1/security/replays", staff.access, "reason", "a drill")
                .expect(202)
                .text("replayId");
        for (int i = 0; i < 300 && !isFinished(replay); i++) {
            Client.pause(100);
        }
    }

    private void loseADeviceAndObject() {
        var bob = marked(new Holder(client));
        bob.register();
        bob.signIn().expect(200);
        bob.enroll("phone" + marker());
        var devices = List.of("devices");
        client.post(
                        "/v1/loss-reports",
                        "",
                        Map.of("email", bob.email, "password", "wrong " + marker(), "lost", devices))
                .expect(202);
        client.post("/v1/loss-reports", "", Map.of("email", bob.email)).expect(202);
        var account = "/v1/accounts/" + bob.accountId;
        client.post(account + "/loss", "", Map.of("token", link(bob, "lost&a=" + bob.accountId), "lost", devices))
                .expect(204);
        client.post(account + "/not-me", "", objection(bob)).expect(204);
        openAgain(bob);
    }

    private void openAgain(Holder holder) {
        var route = "/v1/support/accounts/" + holder.accountId + "/unfreezing";
        post(route, staff.access, "note", "A note " + marker()).expect(202);
        var second = Holder.protectedOne(client);
        var role = "/v1/staff/" + second.accountId + "/roles/support";
        client.send("PUT", role, staff.access, null, key()).expect(204);
        second.signInWithBackupCode().expect(200);
        post(route + "/approve", second.access, "requestedBy", staff.accountId).expect(204);
    }

    /** What the link of some notice carries. */
    private Map<String, ?> objection(Holder holder) {
        var link = Pattern.compile("&n=([0-9a-f-]{36})&w=(\\d+)&t=([A-Za-z0-9_-]{43})");
        var found = client.mail(holder.email, "", link);
        return Map.of("notice", found.group(1), "at", Long.parseLong(found.group(2)), "token", found.group(3));
    }

    private boolean isFinished(String replay) {
        return client.get("/v1/security/replays/" + replay, staff.access)
                .expect(200)
                .response()
                .body()
                .contains("finished");
    }

    /** The long code in the first mailed link that is about this. */
    private String link(String about) {
        return link(ann, about);
    }

    private String link(Holder holder, String about) {
        return client.mail(holder.email, "", Pattern.compile("=" + about + "&t=([A-Za-z0-9_-]{43})"))
                .group(1);
    }

    private Answer post(String path, String token, String... pairs) {
        var body = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put(pairs[i], pairs[i + 1]);
        }
        return client.post(path, token, body);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
