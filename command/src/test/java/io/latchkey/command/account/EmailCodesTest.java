package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mailed code of a sign-in whose second factor is out of reach, and what becomes of the sign-in itself. */
class EmailCodesTest {

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);

    @Test
    void a_sign_in_tells_what_it_waits_for_and_how_long() {
        var needed = (SecondFactorNeeded) ann.signIn();

        assertThat(needed)
                .isEqualTo(new SecondFactorNeeded(
                        ann.signIn.value(),
                        List.of(Factor.TOTP, Factor.BACKUP_CODE, Factor.EMAIL_CODE),
                        world.clock.instant().plus(Limits.SIGN_IN)));
    }

    @Test
    void only_a_waiting_sign_in_gets_a_code() {
        var unknown = new SignInId(UUID.randomUUID().toString());
        world.news();
        assertThat(world.send(new SendEmailCode(ann.id, unknown))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.news()).containsExactly(refused(unknown, Reason.EXPIRED));

        ann.signIn();
        world.clock.pass(Limits.SIGN_IN);
        assertThat(world.send(new SendEmailCode(ann.id, ann.signIn))).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void a_second_code_waits_for_the_end_of_a_minute() {
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        world.clock.pass(Duration.ofSeconds(59));

        assertThat(world.send(new SendEmailCode(ann.id, ann.signIn)))
                .isEqualTo(new Throttled(world.clock.instant().plusSeconds(1)));
    }

    @Test
    void an_unknown_sign_in_is_refused_and_recorded() {
        var unknown = new SignInId(UUID.randomUUID().toString());
        world.news();

        assertThat(world.send(new ProveEmailCode(ann.id, unknown, new MailedCode("12345678"))))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.news()).containsExactly(refused(unknown, Reason.NOT_FOUND));
    }

    @Test
    void nothing_is_recorded_for_nobody() {
        var nobody = new AccountId(UUID.randomUUID().toString());
        world.send(new SignIn(nobody, ann.newSignIn(), false, new PasswordDigest("none"), null, null));
        world.news();

        assertThat(world.send(new SendEmailCode(nobody, ann.signIn))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.send(new ProveTotp(nobody, ann.signIn, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.news()).isEmpty();
    }

    @Test
    void the_right_code_ends_the_sign_in_and_forgives_the_wrong_ones() {
        for (int i = 0; i < 4; i++) {
            prove(wrong());
        }
        assertThat(prove(null)).isInstanceOf(SignedIn.class);
        var used = ann.emailCode();
        assertThat(world.send(new ProveEmailCode(ann.id, ann.signIn, used))).isEqualTo(new Refused(Reason.NOT_FOUND));

        for (int i = 0; i < 4; i++) {
            prove(wrong());
        }
        assertThat(prove(null)).isInstanceOf(SignedIn.class);
    }

    @Test
    void fifty_wrong_ones_disable_them() {
        for (int i = 0; i < 50; i++) {
            world.clock.pass(Duration.ofHours(1));
            assertThat(prove(wrong())).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }
        assertThat(world.last(FactorDisabled.class)).isEqualTo(new FactorDisabled(ann.id.value(), Factor.EMAIL_CODE));
        world.clock.pass(Duration.ofHours(1));

        assertThat(prove(null)).isEqualTo(new Refused(Reason.DISABLED));
    }

    @Test
    void the_session_it_opens_lasts_a_quarter_of_an_hour() {
        var grant = ((SignedIn) prove(null)).grant();

        assertThat(grant.factors()).containsExactly(Factor.PASSWORD, Factor.EMAIL_CODE);
        assertThat(grant.expiresAt()).isEqualTo(world.clock.instant().plus(Limits.RECOVERY_SESSION));
    }

    private static MailedCode wrong() {
        return new MailedCode("00000000");
    }

    /** The right code where none is given, each time in a sign-in of its own. */
    private Outcome prove(MailedCode guess) {
        ann.signIn();
        world.send(new SendEmailCode(ann.id, ann.signIn), Done.class);
        return world.send(new ProveEmailCode(ann.id, ann.signIn, guess == null ? ann.emailCode() : guess));
    }

    private SignInRefused refused(SignInId signIn, Reason reason) {
        return new SignInRefused(ann.id.value(), signIn.value(), Factor.EMAIL_CODE, false, reason);
    }
}
