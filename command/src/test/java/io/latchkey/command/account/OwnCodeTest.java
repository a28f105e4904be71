package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A recovery code that the client made itself: the server has a verifier and a wrapped key, and gives the key back at the end. */
class OwnCodeTest {

    private static final Password CHOSEN = new Password("a new and better one");
    private static final WrappedKey WRAPPED = new WrappedKey("eyJlbmMiOiJBMjU2R0NNIn0..wrapped");

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);
    private final CodeVerifier verifier = verifier();

    private CodeVerifier verifier() {
        return new CodeVerifier(LinkToken.random(world.random).value());
    }

    private Outcome deposit() {
        return world.send(new DepositRecoveryVerifier(
                ann.id, ann.session(), UUID.randomUUID().toString(), verifier, WRAPPED));
    }

    private Outcome confirm(CodeVerifier sent) {
        return world.send(new ActivateRecoveryCode(ann.id, ann.session(), new RecoverySecret(null, sent)));
    }

    private Outcome prove(CodeVerifier sent) {
        return world.send(new ProveRecoveryCode(ann.recovery, new RecoverySecret(null, sent)));
    }

    private void deposited() {
        assertThat(deposit()).isEqualTo(new Done());
        assertThat(confirm(verifier)).isEqualTo(new Done());
        ann.startRecovery();
    }

    @Test
    void another_verifier_does_not_confirm_and_does_not_prove() {
        assertThat(deposit()).isEqualTo(new Done());
        assertThat(confirm(verifier())).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(confirm(verifier)).isEqualTo(new Done());
        ann.startRecovery();
        assertThat(prove(verifier())).isEqualTo(new Refused(Reason.WRONG_PROOF));
    }

    @Test
    void it_needs_a_session_that_may_make_codes() {
        world.send(new EndSession(ann.id, ann.session(), ann.session()));
        assertThat(deposit()).isEqualTo(new Refused(Reason.NOT_ALLOWED));
        assertThat(world.all()).noneMatch(RecoveryVerifierDeposited.class::isInstance);
    }

    @Test
    void the_key_stays_until_both_proofs_are_there() {
        deposited();
        assertThat(prove(verifier)).isInstanceOf(ProofAccepted.class);
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
        assertThat(world.all()).noneMatch(WrappedKeyReleased.class::isInstance);
    }

    @Test
    void at_the_end_the_key_is_given_back_and_the_code_stays_good() {
        deposited();
        for (var password : new Password[] {CHOSEN, new Password("and yet another one")}) {
            ann.startRecovery();
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
            assertThat(prove(verifier)).isInstanceOf(ProofAccepted.class);

            var recovered = (Recovered) ann.recover(password);

            assertThat(recovered.wrappedKey()).isEqualTo(WRAPPED.value());
            assertThat(recovered.recoveryCode()).isNull();
            assertThat(world.all()).anyMatch(WrappedKeyReleased.class::isInstance);
        }
    }

    @Test
    void where_use_ends_a_code_only_the_client_can_make_the_next() {
        var rotating = new World(true);
        var bob = Person.protectedOne(rotating);
        var secret = new RecoverySecret(null, verifier);
        rotating.send(
                new DepositRecoveryVerifier(
                        bob.id, bob.session(), UUID.randomUUID().toString(), verifier, WRAPPED),
                Done.class);
        rotating.send(new ActivateRecoveryCode(bob.id, bob.session(), secret), Done.class);
        bob.startRecovery();
        rotating.send(new ProveMailbox(bob.recovery, bob.recoveryMail(), null), ProofAccepted.class);
        rotating.send(new ProveRecoveryCode(bob.recovery, secret), ProofAccepted.class);

        var recovered = (Recovered) bob.recover(CHOSEN);

        assertThat(recovered.recoveryCode()).isNull();
        bob.startRecovery();
        assertThat(rotating.send(new ProveRecoveryCode(bob.recovery, secret)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
    }

    @Test
    void it_takes_the_place_of_an_older_code_and_gives_it_up_to_a_newer_one() {
        var old = Person.withRecoveryCode(world);
        world.send(
                new DepositRecoveryVerifier(
                        old.id, old.session(), UUID.randomUUID().toString(), verifier, WRAPPED),
                Done.class);
        world.send(new ActivateRecoveryCode(old.id, old.session(), new RecoverySecret(null, verifier)), Done.class);
        old.startRecovery();
        assertThat(world.send(new ProveRecoveryCode(old.recovery, old.recoveryCode)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));

        old.generateRecoveryCode();
        world.send(new ActivateRecoveryCode(old.id, old.session(), old.recoveryCode), Done.class);
        assertThat(world.send(new ProveRecoveryCode(old.recovery, new RecoverySecret(null, verifier))))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new ProveRecoveryCode(old.recovery, old.recoveryCode)))
                .isInstanceOf(ProofAccepted.class);
    }

    @Test
    void what_is_stored_holds_neither_verifier_nor_key() {
        deposited();
        assertThat(world.all().toString()).doesNotContain(verifier.value(), WRAPPED.value());
    }

    @Test
    void a_secret_is_one_thing() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new RecoverySecret(null, null));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new RecoverySecret(RecoveryCode.random(world.random), verifier));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new CodeVerifier("short"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new WrappedKey("a b"));
    }
}
