package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthenticatorsTest {

    private final World world = new World();

    @Test
    void it_gets_another_name_and_that_of_somebody_else_does_not() {
        var ann = Person.protectedOne(world);
        var other = new AuthenticatorId(UUID.randomUUID().toString());
        assertThat(world.send(rename(ann, other))).isEqualTo(new Refused(Reason.NOT_FOUND));

        assertThat(world.send(rename(ann, ann.phone))).isEqualTo(new Done());
        var renamed = world.last(AuthenticatorRenamed.class);
        assertThat(renamed.authenticatorId()).isEqualTo(ann.phone.value());
        assertThat(ann.open("AuthenticatorName", renamed.sealedName())).isEqualTo("tablet");
        world.clock.pass(Limits.SESSION_IDLE);
        assertThat(world.send(rename(ann, ann.phone))).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.last(ChangeRefused.class))
                .isEqualTo(
                        new ChangeRefused(ann.id.value(), ann.session, "rename an authenticator", Reason.NOT_ALLOWED));
    }

    @Test
    void one_of_two_goes_with_the_other_sessions_and_the_backup_codes_stay() {
        var ann = Person.protectedOne(world);
        var first = ann.phone;
        ann.enroll();
        ann.confirm();
        ann.signInWithPhone();
        world.news();

        assertThat(world.send(new RemoveAuthenticator(ann.id, ann.session(), first)))
                .isEqualTo(new Done());
        assertThat(world.news())
                .containsExactly(
                        new AuthenticatorRemoved(ann.id.value(), first.value()),
                        new SessionsEnded(ann.id.value(), ann.session, Reason.CREDENTIALS_CHANGED));
        assertThat(world.send(new RemoveAuthenticator(ann.id, ann.session(), first)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(ann.signInWithPhone().grant().assurance()).isEqualTo(2);
    }

    @Test
    void the_last_one_takes_the_backup_codes_along_and_the_next_one_brings_new_ones() {
        var ann = Person.protectedOne(world);
        world.send(new RemoveAuthenticator(ann.id, ann.session(), ann.phone), Done.class);
        assertThat(ann.signIn()).isInstanceOf(SignedIn.class);
        ann.enroll();

        assertThat(ann.confirm())
                .isEqualTo(
                        new TotpConfirmed(world.last(BackupCodesGenerated.class).setId()));
        assertThat(world.all().filter(BackupCodesGenerated.class::isInstance)).hasSize(2);
    }

    private static RenameAuthenticator rename(Person ann, AuthenticatorId id) {
        return new RenameAuthenticator(ann.id, ann.session(), id, new Label("tablet"));
    }
}
