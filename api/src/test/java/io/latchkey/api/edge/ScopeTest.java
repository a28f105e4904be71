package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.CancelRecovery;
import io.latchkey.command.CancelReset;
import io.latchkey.command.StopAssistance;
import io.latchkey.command.Way;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.query.accounts.SessionState;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class ScopeTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";
    private static final String OTHER = "01890000-0000-7000-8000-00000000000a";

    private int status(HttpMethod method, String path, String token) {
        return change(method, path)
                .header("Authorization", bearer(token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    /** 401 and 403 are the door; anything else was decided behind it. */
    private void open(HttpMethod method, String path, String token) {
        assertThat(status(method, path, token)).as(method + " " + path).isNotIn(401, 403);
    }

    private void closed(HttpMethod method, String path, String token, int status) {
        assertThat(status(method, path, token)).as(method + " " + path).isEqualTo(status);
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/account",
        "GET, /v1/account/sessions",
        "POST, /v1/account/totp",
        "POST, /v1/account/totp/" + ID + "/confirm",
        "POST, /v1/account/backup-codes/acknowledge",
        "POST, /v1/account/recovery-code",
        "POST, /v1/account/recovery-code/confirm",
        "POST, /v1/account/recovery-kit",
        "POST, /v1/account/totp/" + ID + "/suspend",
        "POST, /v1/account/devices/" + ID + "/suspend",
        "DELETE, /v1/sessions/current"
    })
    void a_recovery_session_may(HttpMethod method, String path) {
        open(method, path, recovering());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/account",
        "POST, /v1/account/contacts",
        "POST, /v1/people/" + ID + "/recoveries/" + ID + "/approve",
        "POST, /v1/groups",
        "DELETE, /v1/groups/" + ID + "/recoveries/" + ID,
        "POST, /v1/groups/" + ID + "/recoveries/" + ID + "/complete",
        "POST, /v1/account/password",
        "PATCH, /v1/account/totp/" + ID,
        "DELETE, /v1/account/totp/" + ID,
        "DELETE, /v1/account/recovery-code",
        "GET, /v1/account/devices",
        "POST, /v1/account/devices",
        "DELETE, /v1/account/devices/" + ID,
        "PATCH, /v1/account/devices/" + ID,
        "POST, /v1/account/secret-key",
        "DELETE, /v1/account/sessions",
        "DELETE, /v1/account/sessions/" + ID,
        "GET, /v1/account/activity",
        "POST, /v1/sessions/current/step-up",
        "POST, /v1/staff/bootstrap",
        "GET, /v1/staff",
        "PUT, /v1/staff/" + ID + "/roles/admin",
        "GET, /v1/audit/events",
        "POST, /v1/security/replays",
        "GET, /v1/operations/mail",
        "POST, /v1/account/totp/" + ID + "/resume",
        "POST, /v1/account/devices/" + ID + "/resume",
        "POST, /v1/account/unfreeze",
        "POST, /v1/support/accounts/" + ID + "/unfreezing",
        "POST, /v1/support/accounts/" + ID + "/unfreezing/approve",
        "GET, /v1/audit/frozen-accounts",
        "GET, /v1/anything"
    })
    void a_recovery_session_may_not(HttpMethod method, String path) {
        closed(method, path, recovering(), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/staff, ADMIN",
        "PUT, /v1/staff/" + ID + "/roles/support, ADMIN",
        "DELETE, /v1/staff/" + ID + "/roles/support, ADMIN",
        "GET, /v1/operations/mail, ADMIN",
        "POST, /v1/operations/mail/1/retry, ADMIN",
        "GET, /v1/audit/events, SUPPORT",
        "GET, /v1/audit/events, SECURITY",
        "GET, /v1/audit/frozen-accounts, SUPPORT",
        "GET, /v1/audit/frozen-accounts, SECURITY",
        "POST, /v1/support/accounts/" + ID + "/unfreezing/approve, SUPPORT",
        "POST, /v1/support/accounts/" + ID + "/unfreezing/approve, SECURITY",
        "POST, /v1/security/replays, SECURITY"
    })
    void a_role_opens_its_own_doors(HttpMethod method, String path, Role role) {
        open(method, path, holder(role));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/staff, SUPPORT",
        "GET, /v1/staff, SECURITY",
        "PUT, /v1/staff/" + ID + "/roles/admin, SECURITY",
        "DELETE, /v1/staff/" + ID + "/roles/admin, SUPPORT",
        "GET, /v1/operations/mail, SUPPORT",
        "GET, /v1/audit/events, ADMIN",
        "GET, /v1/audit/frozen-accounts, ADMIN",
        "POST, /v1/support/accounts/" + ID + "/unfreezing, ADMIN",
        "POST, /v1/support/accounts/" + ID + "/unfreezing/approve,",
        "POST, /v1/security/replays, SUPPORT",
        "POST, /v1/security/replays, ADMIN",
        "GET, /v1/staff,",
        "GET, /v1/audit/events,",
        "POST, /v1/security/replays,"
    })
    void no_role_opens_anothers(HttpMethod method, String path, Role role) {
        closed(method, path, role == null ? holder() : holder(role), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/account",
        "POST, /v1/account/totp",
        "DELETE, /v1/sessions/current",
        "POST, /v1/sign-ins/" + ID + "/proofs",
        "POST, /v1/sign-ins/" + ID + "/email-code",
        "POST, /v1/sign-ins/" + ID + "/device-reset",
        "POST, /v1/sign-ins/" + ID + "/second-factor-reset",
        "GET, /v1/recoveries/" + ID,
        "POST, /v1/recoveries/" + ID + "/complete",
        "DELETE, /v1/recoveries/" + ID,
        "GET, /v1/staff",
        "GET, /v1/audit/events"
    })
    void nothing_opens_without_its_token(HttpMethod method, String path) {
        change(method, path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:invalid-token");
        closed(method, path, "nonsense", 401);
        closed(method, path, tokens.device(Stage.ANN, ID), 401);
        closed(method, path, tokens.session(grant(SessionKind.FULL)).refresh(), 401);
    }

    @Test
    void a_handle_opens_its_own_kind_of_door_only() {
        var signIn = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        var recovery = tokens.recovery(ID, clock.instant().plusSeconds(60));

        closed(HttpMethod.GET, "/v1/account", signIn, 401);
        closed(HttpMethod.GET, "/v1/account", recovery, 401);
        closed(HttpMethod.GET, "/v1/recoveries/" + ID, signIn, 401);
        closed(HttpMethod.POST, "/v1/sign-ins/" + ID + "/email-code", recovery, 401);
        closed(HttpMethod.POST, "/v1/sign-ins/" + ID + "/email-code", holder(), 401);
        closed(HttpMethod.GET, "/v1/recoveries/" + ID, holder(), 401);
    }

    @Test
    void a_handle_is_good_for_its_own_id_only() {
        var signIn = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        var recovery = tokens.recovery(ID, clock.instant().plusSeconds(60));

        closed(HttpMethod.POST, "/v1/sign-ins/" + OTHER + "/email-code", signIn, 404);
        closed(HttpMethod.GET, "/v1/recoveries/" + OTHER, recovery, 404);
        closed(HttpMethod.DELETE, "/v1/recoveries/" + OTHER, recovery, 404);
    }

    /** Nothing is asked of the read models, which may be behind. */
    @Test
    void a_handle_says_by_itself_which_way_is_called_off() {
        var soon = clock.instant().plusSeconds(60);
        var recovery = new RecoveryId(ID);
        Map.of(
                        tokens.recovery(ID, soon), new CancelRecovery(recovery),
                        handle(Way.DELAYED_RESET), new CancelReset(Stage.ANN, recovery),
                        handle(Way.CONTACTS), new StopAssistance(Stage.ANN, recovery, Reason.CALLED_OFF),
                        handle(Way.ORGANIZER), new StopAssistance(Stage.ANN, recovery, Reason.CALLED_OFF))
                .forEach((handle, wish) -> {
                    open(HttpMethod.DELETE, "/v1/recoveries/" + ID, handle);
                    assertThat(script.lastSent(Object.class)).isEqualTo(wish);
                });
    }

    private String handle(Way way) {
        return tokens.recovery(ID, way, Stage.ANN, clock.instant().plusSeconds(60));
    }

    @Test
    void an_ended_session_is_dead_at_once() {
        var token = holder();
        open(HttpMethod.DELETE, "/v1/account/sessions", token);
        script.sent.clear();
        script.sessions.put(SESSION, SessionState.ENDED);
        closed(HttpMethod.DELETE, "/v1/account/sessions", token, 401);
    }

    @Test
    void a_session_that_the_read_models_do_not_know_yet_has_not_ended() {
        var token = holder();
        script.sessions.put(SESSION, SessionState.UNKNOWN);
        closed(HttpMethod.DELETE, "/v1/account/sessions", token, 503);
    }

    @Test
    void a_stale_token_does_no_harm_where_none_is_needed() {
        var old = holder();
        clock.pass(Duration.ofMinutes(10));
        post("/v1/accounts/" + ID + "/mailbox/resend")
                .header("Authorization", bearer(old))
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    @Test
    void staff_change_roles_with_a_fresh_proof_only() {
        var token = tokens.session(grant(SessionKind.FULL, Role.ADMIN)).access();
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        closed(HttpMethod.PUT, "/v1/staff/" + ID + "/roles/support", token, 401);
    }

    @Test
    void basic_credentials_and_tokens_in_the_address_are_nothing() {
        http.get()
                .uri("/v1/account")
                .headers(h -> h.setBasicAuth("a", "b"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/v1/account?access_token=" + holder())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
