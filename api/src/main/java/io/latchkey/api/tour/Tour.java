package io.latchkey.api.tour;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Register, protect, lose the phone, come back, read the trail. */
final class Tour {

    private final TourClient client;
    private final Clock clock;
    private final PrintStream out;
    private int steps;

    Tour(URI service, Clock clock, PrintStream out) {
        this.client = new TourClient(service, out);
        this.clock = clock;
        this.out = out;
    }

    /** The token is that of the first start; without it the trail is read by its holder alone. */
    void run(@Nullable String bootstrapToken) {
        var ann = new Tourist(client, clock, "ann");
        step("Ann registers; the mailbox is proven by a mailed code");
        ann.register("Ann");
        step("Ann signs in and enrols the authenticator on her phone; ten backup codes come with it");
        ann.signIn();
        ann.enroll("Ann's phone");
        step("Ann makes a recovery code and types it back");
        var recoveryCode = ann.recoveryCode();
        losePhone(ann);
        var recoveryId = recover(ann, recoveryCode);
        comeBack(ann);
        step("Ann reads her own trail");
        client.get("/v1/account/activity?limit=50", ann.access);
        if (bootstrapToken != null) {
            readAsSupport(bootstrapToken, recoveryId);
        }
        out.println("\nThe tour is over; the service goes on running and the trail stays.");
    }

    private void losePhone(Tourist ann) {
        step("Ann loses the phone and is stuck on the second factor: a guess is refused, a mailed code opens a"
                + " recovery session");
        var begun = ann.signIn();
        var handle = begun.path("handle").asString();
        var signIn = "/v1/sign-ins/" + begun.path("signInId").asString();
        client.post(signIn + "/proofs", handle, client.object("factor", "totp", "code", "000000"));
        client.post(signIn + "/email-code", handle, client.object());
        var code = client.mailedCode(ann.email, "one-time code");
        ann.keep(client.post(signIn + "/proofs", handle, client.object("factor", "email_code", "code", code)));
        client.get("/v1/account", ann.access);
    }

    private String recover(Tourist ann, String recoveryCode) {
        step("Ann has forgotten the password too: recovery code and mailbox, then a new password");
        var before = ann.access;
        var begun = client.post("/v1/recoveries", null, client.object("email", ann.email));
        var handle = begun.path("handle").asString();
        var recoveryId = begun.path("recoveryId").asString();
        var recovery = "/v1/recoveries/" + recoveryId;
        client.post(
                recovery + "/proofs",
                handle,
                client.object("kind", "recovery_code", "code", "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"));
        client.post(recovery + "/proofs", handle, client.object("kind", "recovery_code", "code", recoveryCode));
        var code = client.mailedCode(ann.email, "mailbox proof");
        client.post(recovery + "/proofs", handle, client.object("kind", "mailbox", "code", code));
        ann.password = "tour " + UUID.randomUUID();
        var done = client.post(recovery + "/complete", handle, client.object("password", ann.password));
        ann.secretKey = done.path("secretKey").asString();
        step("Every session is dead");
        client.get("/v1/account", before);
        return recoveryId;
    }

    private void comeBack(Tourist ann) {
        step("Ann signs in with the new password and the new secret key and must bind a new authenticator first");
        ann.signIn();
        ann.enroll("Ann's new phone");
        step("Ann is back: a full session");
        ann.signInWithBackupCode();
        client.get("/v1/account", ann.access);
    }

    private void readAsSupport(String bootstrapToken, String recoveryId) {
        var sam = new Tourist(client, clock, "sam");
        step("Sam becomes the first admin with the bootstrap token of the first start, and grants himself support");
        sam.register("Sam");
        sam.signIn();
        sam.enroll("Sam's phone");
        sam.signInWithBackupCode();
        client.post("/v1/staff/bootstrap", sam.access, client.object("token", bootstrapToken));
        sam.signInWithBackupCode();
        client.send("PUT", "/v1/staff/" + sam.accountId + "/roles/support", sam.access, null);
        sam.signInWithBackupCode();
        step("Sam, now support, reads the case of Ann's recovery");
        client.get("/v1/audit/recoveries/" + recoveryId, sam.access);
        step("... and the events of it");
        client.get("/v1/audit/events?recovery=" + recoveryId, sam.access);
        out.println("\nSam is the admin of this installation: e-mail " + sam.email + ", password " + sam.password
                + ", secret key " + sam.secretKey + ", authenticator key " + sam.totpSecret);
    }

    private void step(String title) {
        steps++;
        out.println("\n" + steps + ". " + title);
    }
}
