package io.latchkey.api.journey;

import io.latchkey.api.journey.Client.Answer;
import io.latchkey.totp.Base32;
import io.latchkey.totp.Totp;
import io.latchkey.value.TotpAlgorithm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account, seen from outside. */
public final class Holder {

    public final Client client;
    public String email = "ann-" + UUID.randomUUID() + "@example.org";
    public String name = "Ann";
    public String password = "correct horse battery";
    public String accountId = "";
    public String secretKey = "";
    public String access = "";
    public String refresh = "";
    public String totpId = "";
    public String totpSecret = "";
    public String enrolmentCode = "";
    public String recoveryCode = "";
    public final Deque<String> backupCodes = new ArrayDeque<>();

    public Holder(Client client) {
        this.client = client;
    }

    public static Holder registered(Client client) {
        var holder = new Holder(client);
        holder.register();
        return holder;
    }

    public static Holder protectedOne(Client client) {
        var holder = registered(client);
        holder.signIn().expect(200);
        holder.enroll("phone");
        holder.makeRecoveryCode();
        return holder;
    }

    public void register() {
        var answer = client.post("/v1/accounts", "", Map.of("email", email, "name", name, "password", password))
                .expect(201);
        accountId = answer.text("accountId");
        secretKey = answer.text("secretKey");
        client.post(
                        "/v1/accounts/" + accountId + "/mailbox/verify",
                        "",
                        Map.of("code", client.mailedCode(email, "Confirm")))
                .expect(204);
    }

    public Answer signIn() {
        var wish = new HashMap<>(Map.of("email", email, "password", password, "secretKey", secretKey));
        return keep(client.post("/v1/sign-ins", "", wish));
    }

    public void enroll(String phone) {
        var begun =
                client.post("/v1/account/totp", access, Map.of("name", phone)).expect(201);
        totpId = begun.text("id");
        totpSecret = begun.text("secret");
        enrolmentCode = code(0);
        var answer = client.post("/v1/account/totp/" + totpId + "/confirm", access, Map.of("code", enrolmentCode))
                .expect(200);
        answer.body().path("backupCodes").forEach(code -> backupCodes.add(code.asString()));
    }

    public String code(int stepsAhead) {
        long step = Totp.step(client.now(), 30) + stepsAhead;
        return Totp.code(Base32.decode(totpSecret), TotpAlgorithm.SHA1, 6, step);
    }

    public void makeRecoveryCode() {
        recoveryCode = client.post("/v1/account/recovery-code", access, Map.of())
                .expect(201)
                .text("code");
        client.post("/v1/account/recovery-code/confirm", access, Map.of("code", recoveryCode))
                .expect(204);
    }

    /** In a session with a fresh proof. */
    public void replaceBackupCodes() {
        var fresh = client.post("/v1/account/backup-codes", access, Map.of()).expect(201);
        backupCodes.clear();
        fresh.body().path("codes").forEach(code -> backupCodes.add(code.asString()));
    }

    public Answer signInWithBackupCode() {
        var begun = signIn().expect(200);
        return keep(prove(begun, "backup_code", backupCodes.pop()));
    }

    public Answer prove(Answer begun, String factor, String code) {
        return client.post(
                "/v1/sign-ins/" + begun.text("signInId") + "/proofs",
                begun.text("handle"),
                Map.of("factor", factor, "code", code));
    }

    public Answer keep(Answer answer) {
        if (answer.status() == 200 && !answer.access().isEmpty()) {
            access = answer.access();
            refresh = answer.body().path("session").path("refreshToken").asString("");
        }
        return answer;
    }

    public Answer startRecovery() {
        return client.post("/v1/recoveries", "", Map.of("email", email)).expect(202);
    }

    public Answer proveRecovery(Answer begun, String kind, String code) {
        return client.post(
                "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                begun.text("handle"),
                Map.of("kind", kind, "code", code));
    }

    /** All the way back; the new password and the new secret key are kept. */
    public Answer recover(String chosen) {
        var begun = startRecovery();
        proveRecovery(begun, "recovery_code", recoveryCode).expect(200);
        proveRecovery(begun, "mailbox", client.mailedCode(email, "mailbox proof"))
                .expect(200);
        var done = client.post(
                "/v1/recoveries/" + begun.text("recoveryId") + "/complete",
                begun.text("handle"),
                Map.of("password", chosen));
        if (done.status() == 200) {
            password = chosen;
            secretKey = done.text("secretKey");
        }
        return done;
    }

    /** Makes this account the first admin and gives it both other roles. */
    public void becomeStaff(String bootstrapToken) {
        signInWithBackupCode().expect(200);
        client.post("/v1/staff/bootstrap", access, Map.of("token", bootstrapToken))
                .expect(204);
        signInWithBackupCode().expect(200);
        for (var role : new String[] {"support", "security"}) {
            client.send(
                            "PUT",
                            "/v1/staff/" + accountId + "/roles/" + role,
                            access,
                            null,
                            UUID.randomUUID().toString())
                    .expect(204);
        }
        signInWithBackupCode().expect(200);
    }
}
