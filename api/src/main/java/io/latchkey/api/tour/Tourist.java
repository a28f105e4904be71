package io.latchkey.api.tour;

import io.latchkey.totp.Base32;
import io.latchkey.totp.Totp;
import io.latchkey.value.TotpAlgorithm;
import java.time.Clock;
import java.util.Iterator;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody who uses Latchkey through a client app: registers, protects the account, signs in. */
final class Tourist {

    private final TourClient client;
    private final Clock clock;
    final String email;
    String accountId = "";
    String password;
    String secretKey = "";
    String totpSecret = "";
    private Iterator<JsonNode> backupCodes = java.util.Collections.emptyIterator();
    String access = "";

    Tourist(TourClient client, Clock clock, String name) {
        this.client = client;
        this.clock = clock;
        this.email = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        this.password = "tour " + UUID.randomUUID();
    }

    void register(String name) {
        var answer =
                client.post("/v1/accounts", null, client.object("email", email, "name", name, "password", password));
        accountId = answer.path("accountId").asString();
        secretKey = answer.path("secretKey").asString();
        var code = client.mailedCode(email, "Confirm");
        client.post("/v1/accounts/" + accountId + "/mailbox/verify", null, client.object("code", code));
    }

    /** Password and secret key; what comes back is a session or the next step. */
    JsonNode signIn() {
        var answer = client.post(
                "/v1/sign-ins", null, client.object("email", email, "password", password, "secretKey", secretKey));
        keep(answer);
        return answer;
    }

    void enroll(String phone) {
        var begun = client.post("/v1/account/totp", access, client.object("name", phone));
        totpSecret = begun.path("secret").asString();
        var confirm = "/v1/account/totp/" + begun.path("id").asString() + "/confirm";
        var answer = client.post(confirm, access, client.object("code", code()));
        backupCodes = answer.path("backupCodes").iterator();
        client.post(
                "/v1/account/backup-codes/acknowledge",
                access,
                client.object("setId", answer.path("backupSetId").asString()));
    }

    void signInWithBackupCode() {
        var begun = signIn();
        keep(client.post(
                "/v1/sign-ins/" + begun.path("signInId").asString() + "/proofs",
                begun.path("handle").asString(),
                client.object(
                        "factor", "backup_code", "code", backupCodes.next().asString())));
    }

    String recoveryCode() {
        var code = client.post("/v1/account/recovery-code", access, client.object())
                .path("code")
                .asString();
        client.post("/v1/account/recovery-code/confirm", access, client.object("code", code));
        return code;
    }

    void keep(JsonNode answer) {
        var token = answer.path("session").path("accessToken").asString("");
        access = token.isEmpty() ? access : token;
    }

    private String code() {
        long step = Totp.step(clock.instant(), 30);
        return Totp.code(Base32.decode(totpSecret), TotpAlgorithm.SHA1, 6, step);
    }
}
