package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.totp.Base32;
import io.latchkey.totp.TotpParameters;
import io.latchkey.value.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentTest {

    private final World world = new World();

    @ParameterizedTest
    @EnumSource(TotpAlgorithm.class)
    void its_key_is_fresh_as_long_as_the_hash_and_told_in_the_uri(TotpAlgorithm algorithm) {
        var ann = signedIn();
        ann.algorithm = algorithm;
        var begun = world.send(enrol(ann), TotpBegun.class);
        var key = Base32.decode(begun.secret());

        assertThat(key)
                .hasSize(new TotpParameters(algorithm, 6, 30).keyLength())
                .isNotEqualTo(new byte[key.length]);
        assertThat(begun.uri())
                .startsWith("otpauth://totp/Latchkey:ann@example.org?secret=" + begun.secret() + "&")
                .endsWith("&algorithm=" + algorithm + "&digits=6&period=30");
        assertThat(begun.expiresAt()).isEqualTo(world.clock.instant().plus(Limits.TOTP_ENROLMENT));
        assertThat(world.send(enrol(ann), TotpBegun.class).secret()).isNotEqualTo(begun.secret());
    }

    @Test
    void there_are_at_most_ten() {
        var ann = Person.protectedOne(world);
        for (int more = 1; more < Limits.AUTHENTICATORS; more++) {
            ann.enroll();
            assertThat(ann.confirm()).isEqualTo(new TotpConfirmed(null));
        }
        world.news();

        assertThat(world.send(enrol(ann))).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news()).containsExactly(changeRefused(ann, "enrol an authenticator", Reason.NOT_ALLOWED));
    }

    @Test
    void another_one_needs_a_fresh_proof() {
        var ann = Person.protectedOne(world);
        world.clock.pass(Limits.FRESH_PROOF);
        world.news();

        assertThat(world.send(enrol(ann))).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        assertThat(world.news()).containsExactly(changeRefused(ann, "enrol an authenticator", Reason.STEP_UP_REQUIRED));
    }

    @Test
    void five_wrong_codes_end_an_enrolment() {
        var ann = signedIn();
        ann.enroll();
        for (int i = 0; i < 5; i++) {
            assertThat(world.send(new ConfirmTotp(ann.id, ann.session(), ann.phone, ann.wrongCode(), null)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        world.news();

        assertThat(ann.confirm()).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.news())
                .containsExactly(new TotpEnrolmentRefused(ann.id.value(), ann.phone.value(), Reason.EXPIRED));
    }

    @Test
    void a_wrong_code_for_another_enrolment_does_not_count_against_the_pending_one() {
        var ann = signedIn();
        ann.enroll();
        var elsewhere = new AuthenticatorId(UUID.randomUUID().toString());
        for (int i = 0; i < 5; i++) {
            assertThat(world.send(new ConfirmTotp(ann.id, ann.session(), elsewhere, ann.code(), null)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        assertThat(ann.confirm()).isInstanceOf(TotpConfirmed.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void only_a_fast_phone_gets_a_drift(int stepsAhead, int drift) {
        var ann = signedIn();
        ann.enroll();
        var confirm = new ConfirmTotp(ann.id, ann.session(), ann.phone, ann.code(stepsAhead), null);

        assertThat(world.send(confirm)).isEqualTo(new TotpConfirmed(null));
        assertThat(world.last(TotpEnrolled.class).drift()).isEqualTo(drift);
    }

    @Test
    void a_new_one_ends_the_other_sessions() {
        var ann = signedIn();
        ann.signIn();
        ann.enroll();
        world.news();
        ann.confirm();
        assertThat(world.news()).contains(new SessionsEnded(ann.id.value(), ann.session, Reason.CREDENTIALS_CHANGED));

        ann.enroll();
        ann.confirm();
        assertThat(world.news()).doesNotHaveAnyElementsOfTypes(SessionsEnded.class);
    }

    @Test
    void it_is_confirmed_in_a_live_session_only() {
        var ann = signedIn();
        ann.enroll();
        world.send(new EndSession(ann.id, ann.session(), ann.session()), Done.class);
        world.news();

        assertThat(ann.confirm()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.news()).containsExactly(changeRefused(ann, "confirm an authenticator", Reason.NOT_ALLOWED));
    }

    private Person signedIn() {
        var ann = Person.verified(world);
        ann.signIn();
        return ann;
    }

    private static EnrollTotp enrol(Person ann) {
        var id = new AuthenticatorId(UUID.randomUUID().toString());
        return new EnrollTotp(ann.id, ann.session(), id, new Label("phone"), ann.algorithm, 6);
    }

    private static ChangeRefused changeRefused(Person ann, String change, Reason reason) {
        return new ChangeRefused(ann.id.value(), ann.session, change, reason);
    }
}
