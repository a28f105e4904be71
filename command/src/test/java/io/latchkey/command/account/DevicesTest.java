package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DevicesTest {

    private static final Refused WRONG = new Refused(Reason.WRONG_PROOF);

    private final World world = new World();
    private final DeviceId device = new DeviceId(UUID.randomUUID().toString());

    @Test
    void one_is_kept_with_its_sealed_name_for_ninety_days() {
        var ann = trusting(Person.protectedOne(world));
        var trusted = world.last(DeviceTrusted.class);

        assertThat(ann.open("DeviceTrusted/name", trusted.sealedName())).isEqualTo("laptop");
        assertThat(trusted.expiresAt()).isEqualTo(world.clock.instant().plus(Limits.DEVICE_UNUSED));
    }

    @Test
    void every_sign_in_on_one_gives_it_ninety_days_more_with_a_second_factor_or_without() {
        var weak = Person.verified(world);
        weak.signIn();
        used(trusting(weak), SignedIn.class);
        used(trusting(Person.protectedOne(world)), SecondFactorNeeded.class);
    }

    private void used(Person holder, Class<? extends Outcome> expected) {
        for (int i = 0; i < 3; i++) {
            world.clock.pass(Duration.ofDays(60));
            assertThat(signInOn(holder, holder.digest(holder.password))).isInstanceOf(expected);
        }
        world.clock.pass(Limits.DEVICE_UNUSED);
        assertThat(signInOn(holder, holder.digest(holder.password))).isEqualTo(WRONG);
    }

    @Test
    void a_forgotten_one_stands_for_the_secret_key_no_more() {
        var ann = trusting(Person.protectedOne(world));
        var forget = new ForgetDevice(ann.id, ann.session(), device);
        assertThat(world.send(forget)).isEqualTo(new Done());

        assertThat(signInOn(ann, ann.digest(ann.password))).isEqualTo(WRONG);
        assertThat(world.send(forget)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0)))
                .as("a session elsewhere")
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void whoever_guesses_on_one_is_a_known_client() {
        var ann = trusting(Person.protectedOne(world));
        signInOn(ann, ann.digest(ann.password));
        assertThat(world.last(SignInBegun.class).deviceId()).isEqualTo(device.value());
        world.news();
        world.send(new ProveTotp(ann.id, ann.signIn, ann.wrongCode()));
        signInOn(ann, new PasswordDigest("wrong"));

        assertThat(world.news())
                .filteredOn(SignInRefused.class::isInstance)
                .hasSize(2)
                .allMatch(refusal -> ((SignInRefused) refusal).knownClient());
    }

    @Test
    void the_key_of_one_ends_with_the_trust_in_it() {
        var devices = new Devices();
        devices.bind(device.value(), "sealed", world.clock.instant());
        var end = world.clock.instant().plus(Limits.DEVICE_UNUSED);

        assertThat(devices.key(device.value(), end.minusNanos(1))).isNotNull();
        assertThat(devices.key(device.value(), end)).isNull();
    }

    private Person trusting(Person holder) {
        world.send(new TrustDevice(holder.id, holder.session(), device, new Label("laptop")), DeviceIsTrusted.class);
        return holder;
    }

    private Outcome signInOn(Person holder, PasswordDigest password) {
        return world.send(new SignIn(holder.id, holder.newSignIn(), true, password, null, device));
    }
}
