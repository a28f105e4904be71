package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the key of a trusted device does, and everything that only looks like it. */
class DeviceKeysTest {

    private static final Refused NO = new Refused(Reason.WRONG_PROOF);
    private static final Label LAPTOP = new Label("laptop");

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);
    private final DeviceId laptop = newDevice();

    private static DeviceId newDevice() {
        return new DeviceId(UUID.randomUUID().toString());
    }

    private DeviceProof proof() {
        return proof("key of the laptop");
    }

    private DeviceProof proof(String thumbprint) {
        return proof(thumbprint, world.clock.instant());
    }

    private static DeviceProof proof(String thumbprint, Instant at) {
        return new DeviceProof(thumbprint, UUID.randomUUID().toString(), at);
    }

    private Outcome bind(DeviceId device, DeviceProof proof) {
        return world.send(new BindDevice(ann.id, ann.session(), device, LAPTOP, proof));
    }

    private void bound() {
        assertThat(bind(laptop, proof())).isEqualTo(new DeviceIsTrusted(laptop.value()));
        world.clock.pass(Limits.DEVICE_KEY_QUARANTINE);
    }

    /** Password on the device, up to the screen for the second factor. */
    private SignInId onDevice(DeviceId device) {
        var wish = new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, device);
        world.send(wish, SecondFactorNeeded.class);
        return ann.signIn;
    }

    private Outcome reset(SignInId signIn, DeviceProof proof) {
        return world.send(new ResetSecondFactor(ann.id, signIn, proof));
    }

    private void strongOnDevice() {
        var signIn = onDevice(laptop);
        ann.nextStep();
        var in = world.send(new ProveTotp(ann.id, signIn, ann.code()), SignedIn.class);
        ann.session = in.grant().sessionId();
    }

    private Outcome replace(DeviceProof proof) {
        return world.send(new ReplaceSecretKey(ann.id, ann.session(), proof));
    }

    private Reason refusal() {
        return world.last(DeviceProofRefused.class).reason();
    }

    @Nested
    class Binding {

        @Test
        void needs_an_authenticator_a_strong_session_and_a_fresh_proof() {
            var bob = Person.verified(world);
            bob.signIn();
            assertThat(world.send(new BindDevice(bob.id, bob.session(), laptop, LAPTOP, proof())))
                    .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
            world.clock.pass(Limits.FRESH_PROOF);
            assertThat(bind(laptop, proof())).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        }

        @Test
        void is_not_for_a_recovery_session() {
            ann.signIn();
            world.send(new SendEmailCode(ann.id, ann.signIn));
            var stuck = world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode()), SignedIn.class);
            ann.session = stuck.grant().sessionId();

            assertThat(bind(laptop, proof())).isEqualTo(new Refused(Reason.RECOVERY_SESSION));
        }

        @Test
        void refuses_a_proof_that_is_none_too_old_too_early_or_used() {
            assertThat(bind(laptop, null)).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
            var now = world.clock.instant();
            assertThat(bind(laptop, proof("k", now.minus(Limits.DEVICE_PROOF)))).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.EXPIRED);
            var early = now.plus(Limits.DEVICE_PROOF_AHEAD).plusSeconds(1);
            assertThat(bind(laptop, proof("k", early))).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
            var once = proof();
            assertThat(bind(laptop, once)).isInstanceOf(DeviceIsTrusted.class);
            assertThat(bind(newDevice(), once)).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.ALREADY_USED);
        }

        @Test
        void counts_against_the_ten_devices() {
            for (int i = 0; i < Limits.DEVICES; i++) {
                assertThat(bind(newDevice(), proof())).isInstanceOf(DeviceIsTrusted.class);
            }
            assertThat(bind(laptop, proof())).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        }

        @Test
        void leaves_nothing_readable_in_the_event() {
            var proof = proof();
            bind(laptop, proof);

            assertThat(world.last(DeviceKeyBound.class).toString())
                    .doesNotContain("laptop", proof.thumbprint(), proof.proofId());
        }

        @Test
        void lets_the_device_stand_in_for_the_secret_key_at_once() {
            bind(laptop, proof());

            assertThat(onDevice(laptop)).isNotNull();
            assertThat(world.last(SignInBegun.class).factors()).doesNotContain(Factor.DEVICE_KEY);
        }

        @Test
        void is_renamed_by_the_holder_while_it_is_trusted() {
            bound();
            strongOnDevice();

            var wish = new RenameDevice(ann.id, ann.session(), laptop, new Label("old laptop"));
            assertThat(world.send(wish)).isEqualTo(new Done());
            assertThat(world.send(new RenameDevice(ann.id, ann.session(), newDevice(), LAPTOP)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            ann.session = UUID.randomUUID().toString();
            assertThat(world.send(new RenameDevice(ann.id, ann.session(), laptop, LAPTOP)))
                    .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        }
    }

    @Nested
    class Reset {

        @Test
        void is_refused_for_seven_days_after_the_binding() {
            bind(laptop, proof());
            world.clock.pass(Limits.DEVICE_KEY_QUARANTINE.minusSeconds(1));
            var signIn = onDevice(laptop);

            assertThat(reset(signIn, proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.TOO_NEW);
            world.clock.pass(Duration.ofSeconds(1));
            assertThat(reset(signIn, proof())).isInstanceOf(SignedIn.class);
        }

        @Test
        void is_refused_with_the_token_of_the_device_and_another_key_or_none() {
            bound();
            var signIn = onDevice(laptop);

            assertThat(reset(signIn, proof("key of a thief"))).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
            assertThat(reset(signIn, null)).isEqualTo(NO);
            assertThat(world.last(DeviceProofRefused.class).deviceId()).isEqualTo(laptop.value());
        }

        @Test
        void is_refused_where_the_sign_in_began_without_the_device_or_on_another() {
            bound();
            ann.signIn();
            assertThat(reset(ann.signIn, proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NO_SUCH_FACTOR);

            strongOnDevice();
            var tablet = newDevice();
            bind(tablet, proof("key of the tablet"));
            assertThat(reset(onDevice(tablet), proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
        }

        @Test
        void is_refused_on_a_device_that_was_trusted_without_a_key() {
            ann.nextStep();
            world.send(new TrustDevice(ann.id, ann.session(), laptop, LAPTOP), DeviceIsTrusted.class);
            world.clock.pass(Limits.DEVICE_KEY_QUARANTINE);

            assertThat(reset(onDevice(laptop), proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NO_SUCH_FACTOR);
        }

        @Test
        void is_refused_for_a_sign_in_of_nobody_or_one_that_ran_out() {
            bound();
            assertThat(reset(ann.newSignIn(), proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NOT_FOUND);
            var signIn = onDevice(laptop);
            world.clock.pass(Limits.SIGN_IN);
            assertThat(reset(signIn, proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.EXPIRED);
        }

        @Test
        void is_refused_after_five_bad_proofs_and_so_are_codes_in_that_sign_in() {
            bound();
            var signIn = onDevice(laptop);
            for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
                assertThat(reset(signIn, proof("key of a thief"))).isEqualTo(NO);
            }

            assertThat(reset(signIn, proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.FLOW_DEAD);
            assertThat(world.send(new ProveTotp(ann.id, signIn, ann.code()))).isEqualTo(new Refused(Reason.FLOW_DEAD));
        }

        @Test
        void moves_no_guess_budget_however_often_it_is_refused() {
            bound();
            for (int flow = 0; flow < 20; flow++) {
                var signIn = onDevice(laptop);
                for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
                    reset(signIn, proof("key of a thief"));
                }
            }

            assertThat(world.all()).noneMatch(SignInRefused.class::isInstance);
            ann.nextStep();
            assertThat(world.send(new ProveTotp(ann.id, onDevice(laptop), ann.code())))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void does_not_give_back_guesses_that_were_counted() {
            bound();
            var signIn = onDevice(laptop);
            for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
                world.send(new ProveTotp(ann.id, signIn, ann.wrongCode()));
            }
            reset(onDevice(laptop), proof());
            assertThat(world.all()).noneMatch(GuessesForgiven.class::isInstance);
        }

        @Test
        void by_a_device_that_lapsed_is_refused_like_the_sign_in_itself() {
            bound();
            world.clock.pass(Limits.DEVICE_UNUSED.minus(Limits.DEVICE_KEY_QUARANTINE));

            var wish = new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, laptop);
            assertThat(world.send(wish)).isEqualTo(NO);
            assertThat(reset(ann.signIn, proof())).isEqualTo(NO);
        }

        @Test
        void by_a_device_that_is_revoked_meanwhile_is_refused() {
            bound();
            var signIn = onDevice(laptop);
            var proof = proof();
            ann.signInWithPhone();
            world.send(new ForgetDevice(ann.id, ann.session(), laptop), Done.class);

            assertThat(reset(signIn, proof)).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NOT_FOUND);
        }

        @Test
        void after_a_recovery_of_the_account_is_refused_until_the_device_is_bound_anew() {
            bound();
            var signIn = onDevice(laptop);
            ann.signInWithPhone();
            ann.generateRecoveryCode();
            world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
            ann.startRecovery();
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
            world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode));
            assertThat(ann.recover(new Password("a password chosen anew"))).isInstanceOf(Recovered.class);

            assertThat(reset(signIn, proof())).isEqualTo(NO);
            var wish = new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, laptop);
            assertThat(world.send(wish)).isEqualTo(NO);
        }

        @Test
        void happens_once_for_one_proof_and_one_sign_in() {
            bound();
            var signIn = onDevice(laptop);
            var proof = proof();

            assertThat(reset(signIn, proof)).isInstanceOf(SignedIn.class);
            assertThat(reset(signIn, proof)).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NOT_FOUND);
            assertThat(world.all().filter(SecondFactorResetByDevice.class::isInstance))
                    .hasSize(1);
        }

        @Test
        void happens_once_also_when_sixteen_ask_at_once() {
            bound();
            var signIn = onDevice(laptop);
            var proof = proof();

            var outcomes = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(one -> reset(signIn, proof))
                    .toList();

            assertThat(outcomes).filteredOn(SignedIn.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(NO::equals).hasSize(15);
        }

        @Test
        void takes_authenticators_codes_and_sessions_and_leads_to_a_new_authenticator_only() {
            bound();
            strongOnDevice();
            var before = ann.session();
            var signIn = onDevice(laptop);
            var other = onDevice(laptop);
            assertThat(world.last(SignInBegun.class).factors()).contains(Factor.DEVICE_KEY);

            var in = world.send(new ResetSecondFactor(ann.id, signIn, proof()), SignedIn.class);

            assertThat(in.grant().kind()).isEqualTo(SessionKind.RECOVERY);
            assertThat(in.grant().factors()).containsExactly(Factor.PASSWORD, Factor.DEVICE_KEY);
            assertThat(world.send(new RefreshSession(ann.id, before, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.send(new ProveTotp(ann.id, other, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
            ann.session = in.grant().sessionId();
            assertThat(world.send(new ChangePassword(ann.id, ann.session(), ann.digest(ann.password))))
                    .isEqualTo(new Refused(Reason.RECOVERY_SESSION));
            ann.enroll();
            assertThat(ann.confirm()).isInstanceOf(TotpConfirmed.class);
            assertThat(ann.signInWithPhone().grant().assurance()).isEqualTo(2);
        }

        @Test
        void forces_a_new_authenticator_also_when_the_recovery_session_runs_out() {
            bound();
            reset(onDevice(laptop), proof());
            world.clock.pass(Limits.RECOVERY_SESSION);

            assertThat(((SignedIn) ann.signIn()).grant().kind()).isEqualTo(SessionKind.RECOVERY);
        }
    }

    @Nested
    class NewSecretKey {

        @Test
        void needs_a_strong_and_fresh_session() {
            bound();
            strongOnDevice();
            world.clock.pass(Limits.FRESH_PROOF);

            assertThat(replace(proof())).isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));
        }

        @Test
        void needs_a_session_on_the_device_and_its_key() {
            bound();
            ann.signInWithPhone();
            assertThat(replace(proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.NO_SUCH_FACTOR);

            strongOnDevice();
            assertThat(replace(proof("key of a thief"))).isEqualTo(NO);
            assertThat(replace(null)).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.WRONG_PROOF);
        }

        @Test
        void waits_for_the_end_of_the_quarantine() {
            bind(laptop, proof());
            strongOnDevice();

            assertThat(replace(proof())).isEqualTo(NO);
            assertThat(refusal()).isEqualTo(Reason.TOO_NEW);
        }

        @Test
        void is_the_only_good_one_and_ends_other_sessions_and_sign_ins() {
            bound();
            ann.signInWithPhone();
            var elsewhere = ann.session();
            strongOnDevice();
            ann.signIn();
            var begun = ann.signIn;
            var old = ann.secretKey;
            var proof = proof();

            var shown = (SecretKeyShown) replace(proof);

            assertThat(ann.signIn(ann.password, old)).isEqualTo(NO);
            assertThat(ann.signIn(ann.password, new SecretKey(shown.secretKey())))
                    .isInstanceOf(SecondFactorNeeded.class);
            assertThat(world.send(new RefreshSession(ann.id, elsewhere, 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.send(new RefreshSession(ann.id, ann.session(), 0))).isInstanceOf(SignedIn.class);
            assertThat(world.send(new ProveTotp(ann.id, begun, ann.code()))).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(IntStream.range(0, 16).parallel().mapToObj(again -> replace(proof)))
                    .containsOnly(NO);
            assertThat(refusal()).isEqualTo(Reason.ALREADY_USED);
            assertThat(shown.withoutSecrets()).isEqualTo(new SecretsDelivered());
        }
    }
}
