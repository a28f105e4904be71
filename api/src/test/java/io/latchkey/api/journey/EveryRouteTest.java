package io.latchkey.api.journey;

import static io.latchkey.api.journey.Cast.Role.ADMIN;
import static io.latchkey.api.journey.Cast.Role.BIND;
import static io.latchkey.api.journey.Cast.Role.HOLDER;
import static io.latchkey.api.journey.Cast.Role.RECOVERING;
import static io.latchkey.api.journey.Cast.Role.SECURITY;
import static io.latchkey.api.journey.Cast.Role.SIGN_IN;
import static io.latchkey.api.journey.Cast.Role.SUPPORT;
import static io.latchkey.api.journey.Cast.Role.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Cast.Role;
import io.latchkey.api.journey.Client.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the running service, by every kind of caller, with ids of somebody else. */
class EveryRouteTest {

    /** Only the figures for Prometheus are, without a token. */
    private static final int NOT_OFFERED = 404;

    private static final String GUESS = "{\"code\":\"123456\"}";
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ACCOUNT = EnumSet.of(WEAK, HOLDER, SUPPORT, SECURITY, ADMIN);
    private static final Set<Role> BINDING = EnumSet.of(BIND, WEAK, HOLDER, SUPPORT, SECURITY, ADMIN);
    private static final Set<Role> AUDIT = EnumSet.of(SUPPORT, SECURITY);

    /** Who gets past the door of a route, and a body that is understood there. */
    private record Rule(Set<Role> may, String body) {}

    private static final Map<String, Rule> TABLE = new TreeMap<>();

    static {
        rule("POST /v1/accounts", ANYBODY, "{}");
        rule("POST /v1/accounts/{id}/mailbox/verify", ANYBODY, "{\"code\":\"12345678\"}");
        rule("POST /v1/accounts/{id}/mailbox/resend", ANYBODY, "");
        rule("POST /v1/sign-ins", ANYBODY, "{}");
        rule("POST /v1/sign-ins/{id}/proofs", Set.of(SIGN_IN), "{\"factor\":\"totp\",\"code\":\"123456\"}");
        rule("POST /v1/sign-ins/{id}/email-code", Set.of(SIGN_IN), "");
        rule("POST /v1/sign-ins/{id}/device-reset", Set.of(SIGN_IN), "");
        rule("POST /v1/sign-ins/{id}/second-factor-reset", Set.of(SIGN_IN), "{}");
        rule("POST /v1/sessions/refresh", ANYBODY, "{}");
        rule("POST /v1/sessions/current/step-up", ACCOUNT, "{}");
        rule("DELETE /v1/sessions/current", BINDING, "");
        rule("POST /v1/recoveries", ANYBODY, "{}");
        rule("GET /v1/recoveries/{id}", Set.of(RECOVERING), "");
        rule("DELETE /v1/recoveries/{id}", Set.of(RECOVERING), "");
        rule("POST /v1/recoveries/{id}/proofs", Set.of(RECOVERING), "{\"kind\":\"mailbox\",\"code\":\"12345678\"}");
        rule("POST /v1/recoveries/{id}/complete", Set.of(RECOVERING), "{\"password\":\"a password of eve\"}");
        rule("POST /v1/recoveries/{id}/veto", ANYBODY, "{\"token\":\"" + "A".repeat(43) + "\"}");
        rule(
                "POST /v1/recoveries/{id}/credentials",
                ANYBODY,
                "{\"token\":\"" + "A".repeat(43) + "\",\"password\":\"a password of eve\"}");
        rule("POST /v1/recoveries/{id}/contacts", Set.of(RECOVERING), "{}");
        rule("POST /v1/account/contacts", ACCOUNT, "{}");
        rule("GET /v1/account/contacts", ACCOUNT, "");
        rule("DELETE /v1/account/contacts/{id}", ACCOUNT, "");
        rule("POST /v1/account/contacts/review", ACCOUNT, "");
        rule("GET /v1/people", ACCOUNT, "");
        rule("POST /v1/people/{accountId}/contacts/{contactId}/accept", ACCOUNT, "");
        rule("DELETE /v1/people/{accountId}/contacts/{contactId}", ACCOUNT, "");
        rule("POST /v1/people/{accountId}/recoveries/{recoveryId}/approve", ACCOUNT, GUESS);
        rule("POST /v1/groups", ACCOUNT, "{}");
        rule("GET /v1/groups", ACCOUNT, "");
        rule("GET /v1/groups/{id}", ACCOUNT, "");
        rule("POST /v1/groups/{id}/invitations", ACCOUNT, "{\"email\":\"eve@example.org\"}");
        rule("POST /v1/groups/{id}/invitations/{invitationId}/accept", ACCOUNT, "");
        rule("DELETE /v1/groups/{id}/members/{accountId}", ACCOUNT, "");
        rule("PUT /v1/groups/{id}/members/{accountId}/role", ACCOUNT, "{\"role\":\"organizer\"}");
        rule("POST /v1/groups/{id}/members/{accountId}/recoveries", ACCOUNT, "{\"reason\":\"of eve\"}");
        rule("DELETE /v1/groups/{id}/recoveries/{recoveryId}", ACCOUNT, "");
        rule("POST /v1/groups/{id}/recoveries/{recoveryId}/approve", ACCOUNT, "");
        rule("POST /v1/groups/{id}/recoveries/{recoveryId}/complete", ACCOUNT, "");
        rule("GET /v1/policy", ANYBODY, "");
        rule("GET /v1/account", BINDING, "");
        rule("DELETE /v1/account", ACCOUNT, "");
        rule("POST /v1/account/password", ACCOUNT, "{}");
        rule("GET /v1/account/activity", ACCOUNT, "");
        rule("GET /v1/account/sessions", BINDING, "");
        rule("DELETE /v1/account/sessions", ACCOUNT, "");
        rule("DELETE /v1/account/sessions/{id}", ACCOUNT, "");
        rule("GET /v1/account/devices", ACCOUNT, "");
        rule("POST /v1/account/devices", ACCOUNT, "{}");
        rule("DELETE /v1/account/devices/{id}", ACCOUNT, "");
        rule("PATCH /v1/account/devices/{id}", ACCOUNT, "{\"name\":\"of eve\"}");
        rule("POST /v1/account/secret-key", ACCOUNT, "");
        rule("POST /v1/account/totp", BINDING, "{}");
        rule("POST /v1/account/totp/{id}/confirm", BINDING, GUESS);
        rule("PATCH /v1/account/totp/{id}", ACCOUNT, "{\"name\":\"of eve\"}");
        rule("DELETE /v1/account/totp/{id}", ACCOUNT, "");
        rule("POST /v1/account/backup-codes", BINDING, "");
        rule("POST /v1/account/backup-codes/acknowledge", BINDING, "{}");
        rule("POST /v1/account/recovery-code", BINDING, "");
        rule("POST /v1/account/recovery-code/verifier", BINDING, "{}");
        rule("POST /v1/account/recovery-code/confirm", BINDING, "{}");
        rule("DELETE /v1/account/recovery-code", ACCOUNT, "");
        rule("POST /v1/account/recovery-kit", BINDING, "{}");
        rule("POST /v1/account/totp/{id}/suspend", BINDING, "");
        rule("POST /v1/account/totp/{id}/resume", ACCOUNT, "");
        rule("POST /v1/account/devices/{id}/suspend", BINDING, "");
        rule("POST /v1/account/devices/{id}/resume", ACCOUNT, "");
        rule("POST /v1/account/unfreeze", ACCOUNT, "");
        rule("POST /v1/loss-reports", ANYBODY, "{}");
        rule("POST /v1/accounts/{id}/loss", ANYBODY, "{\"token\":\"" + "A".repeat(43) + "\",\"lost\":[\"devices\"]}");
        rule(
                "POST /v1/accounts/{id}/not-me",
                ANYBODY,
                "{\"notice\":\"" + UUID.randomUUID() + "\",\"at\":1,\"token\":\"" + "A".repeat(43) + "\"}");
        rule("POST /v1/support/accounts/{accountId}/unfreezing", AUDIT, "{\"note\":\"she came to the desk\"}");
        rule("POST /v1/support/accounts/{accountId}/unfreezing/approve", AUDIT, "");
        rule("GET /v1/audit/frozen-accounts", AUDIT, "");
        rule("GET /v1/audit/events", AUDIT, "");
        rule("GET /v1/audit/event-types", AUDIT, "");
        rule("GET /v1/audit/recoveries/{id}", AUDIT, "");
        rule("POST /v1/security/replays", Set.of(SECURITY), "{}");
        rule("GET /v1/security/replays/{id}", Set.of(SECURITY), "");
        rule("POST /v1/staff/bootstrap", ACCOUNT, "{}");
        rule("GET /v1/staff", Set.of(ADMIN), "");
        rule("PUT /v1/staff/{accountId}/roles/{role}", Set.of(ADMIN), "");
        rule("DELETE /v1/staff/{accountId}/roles/{role}", Set.of(ADMIN), "");
        rule("GET /v1/operations/mail", Set.of(ADMIN), "");
        rule("POST /v1/operations/mail/{id}/retry", Set.of(ADMIN), "");
    }

    /** What staff may do with the ids of others is their work. */
    private static final Set<String> ABOUT_OTHERS = Set.of(
            "GET /v1/audit/recoveries/{id}",
            "PUT /v1/staff/{accountId}/roles/{role}",
            "DELETE /v1/staff/{accountId}/roles/{role}");

    private static final Client CLIENT = Running.CLIENT;
    private static Cast cast;

    private static void rule(String route, Set<Role> may, String body) {
        TABLE.put(route, new Rule(may, body));
    }

    @BeforeAll
    static void gather() {
        cast = Cast.of(CLIENT);
    }

    @Test
    void the_table_knows_every_route_of_the_service() {
        var routes = new ArrayList<String>();
        CLIENT.get("/v3/api-docs", "")
                .expect(200)
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> routes.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        routes.removeIf(route -> !route.contains(" /v1/"));

        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    /** Without an Idempotency-Key nothing is changed, but the door has been passed by then. */
    @Test
    void every_door_opens_for_those_in_the_table_and_nobody_else() {
        var wrong = new ArrayList<String>();
        TABLE.forEach((route, rule) -> cast.tokens.forEach((role, token) -> {
            var status =
                    ask(route, rule, token, UUID.randomUUID().toString(), null).status();
            if (status != expected(route, rule, role, status)) {
                wrong.add(role + " " + route + " answered " + status);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_figures_of_the_machine_are_for_admins() {
        cast.tokens.forEach((role, token) -> {
            var expected = role == ADMIN ? NOT_OFFERED : isSession(role) ? 403 : 401;
            assertThat(CLIENT.get("/actuator/metrics", token).status())
                    .as(role + "")
                    .isEqualTo(expected);
        });
    }

    @Test
    void an_id_of_somebody_else_is_answered_like_one_that_does_not_exist() {
        var wrong = new ArrayList<String>();
        TABLE.forEach((route, rule) -> cast.tokens.forEach((role, token) -> {
            if (!route.contains("{") || rule.may.contains(role) && ABOUT_OTHERS.contains(route)) {
                return;
            }
            var nobodys = face(route, rule, token, UUID.randomUUID().toString());
            var foreign = cast.ids.entrySet().stream()
                    .filter(id -> !face(route, rule, token, id.getValue()).equals(nobodys))
                    .map(id -> role + " " + route + " tells the " + id.getKey() + " of another from none")
                    .toList();
            wrong.addAll(foreign);
            if (nobodys.startsWith("2") && !route.endsWith("/mailbox/resend")) {
                wrong.add(role + " " + route + " " + nobodys);
            }
        }));
        assertThat(wrong).isEmpty();
        nothingHappenedToTheVictim();
    }

    private static void nothingHappenedToTheVictim() {
        var victim = cast.victim;
        var account = CLIENT.get("/v1/account", victim.access).expect(200).body();
        assertThat(account.toString()).contains(victim.totpId, "phone").doesNotContain("of eve");
        assertThat(CLIENT.get("/v1/account/devices", victim.access)
                        .expect(200)
                        .body()
                        .toString())
                .contains(cast.ids.get("device"));
        assertThat(ids(CLIENT.get("/v1/account/sessions", victim.access))).contains(cast.ids.get("session"));
        victim.recover("a new password of hers").expect(200);
    }

    private static List<String> ids(Answer sessions) {
        var ids = new ArrayList<String>();
        sessions.expect(200)
                .body()
                .path("sessions")
                .forEach(session -> ids.add(session.path("id").asString()));
        return ids;
    }

    /** What may not enter is told by the kind of its token; the status of what may is its own affair. */
    private static int expected(String route, Rule rule, Role role, int status) {
        if (rule.may.contains(role)) {
            return status == 401 || status == 403 || status >= 500 ? -1 : status;
        }
        var takesHandle =
                route.contains("/v1/sign-ins/") || route.contains("/v1/recoveries/") && !route.contains("audit");
        return isSession(role) && !takesHandle ? 403 : 401;
    }

    private static boolean isSession(Role role) {
        return BINDING.contains(role);
    }

    private static String face(String route, Rule rule, String token, String id) {
        var answer = ask(route, rule, token, id, UUID.randomUUID().toString());
        var headers = answer.response().headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("x-correlation-id"))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(" "));
        return answer.status() + " "
                + answer.response()
                        .body()
                        .replaceAll("\"correlationId\":\"[^\"]*\"", "")
                        .replace(id, "") + headers;
    }

    private static Answer ask(String route, Rule rule, String token, String id, String key) {
        var words = route.split(" ");
        var path = words[1].replace("{role}", "support").replaceAll("\\{[^}]+}", id);
        try {
            return CLIENT.send(words[0], path, token, rule.body.isEmpty() ? null : rule.body, key);
        } catch (UncheckedIOException silent) {
            throw new AssertionError(route + " did not answer", silent);
        }
    }
}
