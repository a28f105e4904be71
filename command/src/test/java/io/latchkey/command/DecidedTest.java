package io.latchkey.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Decided.Recorded;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import io.latchkey.value.SignInId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DecidedTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Outcome> outcomes() {
        var grant = new SessionGrant(
                "a", "s", 3, SessionKind.FULL, 2, List.of(Factor.PASSWORD), List.of(Role.ADMIN), NOON, NOON);
        return Stream.of(
                new Done(),
                new Refused(Reason.EXPIRED),
                new Throttled(NOON),
                new KeyReused(),
                new SecretsDelivered(),
                new Registered("key"),
                new SecondFactorNeeded("id", List.of(Factor.TOTP), NOON),
                new SignedIn(grant, 3),
                new TotpBegun("secret", "uri", NOON),
                new TotpConfirmed(null),
                new BackupCodesIssued("set"),
                new DeviceIsTrusted("device"),
                new SecretKeyShown("key"),
                new RecoveryCodeShown("code"),
                new RecoveryKitAllowed("id", NOON),
                new RecoveryBegun("id", NOON),
                new ProofAccepted(List.of(Factor.EMAIL_CODE)),
                new Matched("code"),
                new Recovered("key", "code", "wrapped"),
                new ResetBegun("id", NOON, NOON, null),
                new ResetScheduled(NOON),
                new CredentialsChosen("key", NOON, NOON),
                new ContactsAsked("account", "code", 2, NOON),
                new NextDue(null));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void every_outcome_comes_back_over_the_wire_as_what_it_was(Outcome outcome) {
        var decided = new Decided(outcome, List.of(new Recorded("a", 7)));

        assertThat(json.readValue(json.writeValueAsString(decided), Decided.class))
                .isEqualTo(decided);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void what_is_kept_for_a_repeat_holds_no_secret(Outcome outcome) {
        assertThat(outcome.withoutSecrets()).isIn(outcome, new SecretsDelivered());
        assertThat(json.writeValueAsString(outcome.withoutSecrets()))
                .doesNotContain("key", "secret", "uri", "code\":\"");
    }

    @Test
    void what_holds_a_secret_is_not_told_by_its_text() {
        var digest = new PasswordDigest("digest");
        var account = new AccountId("01890000-0000-7000-8000-00000000000a");
        var hidden = Stream.of(
                new Registered("key"),
                new TotpBegun("secret", "uri", NOON),
                new SecretKeyShown("key"),
                new RecoveryCodeShown("code"),
                new Recovered("key", "code", "wrapped"),
                new CredentialsChosen("key", NOON, NOON),
                new ContactsAsked("account", "code", 2, NOON),
                digest,
                new BackupCodeDigest(1, "digest"),
                new BackupCodeDigests("set", List.of("digest")),
                new DeviceProof("thumbprint", "proof", NOON),
                new SignIn(account, new SignInId(account.value()), true, digest, "digest", null),
                new BecomeFirstAdmin(account, new SessionId(account.value()), "digest"));

        assertThat(hidden)
                .allSatisfy(one -> assertThat(one).hasToString(one.getClass().getSimpleName() + "[hidden]"));
    }

    @Test
    void every_kind_of_outcome_is_among_them() {
        assertThat(outcomes().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Outcome.class.getPermittedSubclasses()));
    }
}
