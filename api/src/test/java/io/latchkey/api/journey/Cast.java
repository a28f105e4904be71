package io.latchkey.api.journey;

import java.util.Map;
import java.util.UUID;

/** One of every kind of caller, with the token each shows. */
final class Cast {

    enum Role {
        ANONYMOUS,
        SIGN_IN,
        RECOVERING,
        BIND,
        WEAK,
        HOLDER,
        SUPPORT,
        SECURITY,
        ADMIN
    }

    final Holder victim;
    final Map<String, String> ids;
    final Map<Role, String> tokens;

    private Cast(Holder victim, Map<String, String> ids, Map<Role, String> tokens) {
        this.victim = victim;
        this.ids = ids;
        this.tokens = tokens;
    }

    /** The victim owns every id; nobody else in the cast owns any of them. */
    static Cast of(Client client) {
        var victim = Holder.protectedOne(client);
        var device = client.post("/v1/account/devices", victim.access, Map.of("name", "laptop"))
                .expect(201);
        var recovery = victim.startRecovery();
        client.mailedCode(victim.email, "mailbox proof");
        var signIn = victim.signIn().expect(200);
        var ids = Map.of(
                "account", victim.accountId,
                "authenticator", victim.totpId,
                "device", device.text("id"),
                "session", session(victim),
                "recovery", recovery.text("recoveryId"),
                "sign-in", signIn.text("signInId"));
        var eve = Holder.protectedOne(client);
        return new Cast(
                victim,
                ids,
                Map.of(
                        Role.ANONYMOUS, "",
                        Role.SIGN_IN, eve.signIn().expect(200).text("handle"),
                        Role.RECOVERING, eve.startRecovery().text("handle"),
                        Role.BIND, bind(eve),
                        Role.WEAK, weak(client),
                        Role.HOLDER, eve.access,
                        Role.SUPPORT, staff(client, "support"),
                        Role.SECURITY, staff(client, "security"),
                        Role.ADMIN, staff(client, "admin")));
    }

    private static String session(Holder holder) {
        for (var session : holder.client
                .get("/v1/account/sessions", holder.access)
                .expect(200)
                .body()
                .path("sessions")) {
            return session.path("id").asString();
        }
        throw new AssertionError("no session");
    }

    private static String weak(Client client) {
        var holder = Holder.registered(client);
        holder.signIn().expect(200);
        return holder.access;
    }

    private static String bind(Holder holder) {
        var begun = holder.signIn().expect(200);
        holder.client
                .post("/v1/sign-ins/" + begun.text("signInId") + "/email-code", begun.text("handle"), Map.of())
                .expect(202);
        return holder.prove(begun, "email_code", holder.client.mailedCode(holder.email, "to sign in"))
                .expect(200)
                .access();
    }

    /** The role is in the next token of the session. */
    private static String staff(Client client, String role) {
        var holder = Holder.protectedOne(client);
        holder.signInWithBackupCode().expect(200);
        client.send(
                        "PUT",
                        "/v1/staff/" + holder.accountId + "/roles/" + role,
                        Running.staff().access,
                        null,
                        UUID.randomUUID().toString())
                .expect(204);
        holder.keep(client.post("/v1/sessions/refresh", "", Map.of("refreshToken", holder.refresh)))
                .expect(200);
        return holder.access;
    }
}
