package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveringTest {

    private static final Password CHOSEN = new Password("a new and better one");

    private final World world = new World();

    @Test
    void one_proof_alone_is_never_enough() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
        assertThat(world.all()).noneMatch(AccountRecovered.class::isInstance);
    }

    @Test
    void one_channel_proves_once() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);

        assertThat(world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink())))
                .isEqualTo(new Refused(Reason.ALREADY_USED));
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
    }

    @Test
    void proofs_are_bound_to_their_recovery() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        var mail = ann.recoveryMail();
        var link = ann.recoveryLink();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        ann.startRecovery();

        assertThat(world.send(new ProveMailbox(ann.recovery, mail, null))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new ProveMailbox(ann.recovery, null, link))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.MISSING_PROOF));
    }

    @Test
    void both_proofs_give_new_credentials_and_end_everything_else() {
        var ann = Person.withRecoveryCode(world);
        var device = new DeviceId(UUID.randomUUID().toString());
        world.send(new TrustDevice(ann.id, ann.session(), device, new Label("laptop")), DeviceIsTrusted.class);
        var oldKey = ann.secretKey;
        var oldSession = ann.session();
        ann.startRecovery();
        var code = world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        assertThat(code.missing()).containsExactly(Factor.EMAIL_CODE);
        var mail = world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        assertThat(mail.missing()).isEmpty();

        assertThat(ann.recover(CHOSEN)).isInstanceOf(Recovered.class);

        assertThat(ann.secretKey).isNotEqualTo(oldKey);
        assertThat(ann.signIn(Person.PASSWORD, ann.secretKey)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(ann.signIn(CHOSEN, oldKey)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(CHOSEN), null, device)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new RefreshSession(ann.id, oldSession, 0))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.send(new RevokeRecoveryCode(ann.id, oldSession))).isEqualTo(new Refused(Reason.NOT_ALLOWED));
    }

    @Test
    void afterwards_an_authenticator_must_be_bound_before_anything_else() {
        var ann = recovered();

        var in = (SignedIn) ann.signIn();
        assertThat(in.grant().kind()).isEqualTo(SessionKind.RECOVERY);
        assertThat(world.send(new RevokeRecoveryCode(ann.id, ann.session())))
                .isEqualTo(new Refused(Reason.RECOVERY_SESSION));
        ann.enroll();
        assertThat(((TotpConfirmed) ann.confirm()).backupSetId()).isNotNull();
        assertThat(ann.signInWithPhone().grant().kind()).isEqualTo(SessionKind.FULL);
    }

    @Test
    void the_recovery_code_stays_good_after_use() {
        var ann = recovered();
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink()), ProofAccepted.class);
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);

        assertThat(ann.recover(new Password("and yet another one"))).isInstanceOf(Recovered.class);
    }

    @Test
    void it_ends_with_its_use_when_the_operator_says_so_and_a_new_one_is_shown() {
        var rotating = new World(true);
        var ann = Person.withRecoveryCode(rotating);
        var old = ann.recoveryCode;
        recover(ann);
        assertThat(ann.recoveryCode).isNotEqualTo(old);
        ann.startRecovery();
        assertThat(rotating.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isInstanceOf(ProofAccepted.class);
        ann.recoveryCode = old;
        ann.startRecovery();

        assertThat(rotating.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
    }

    @Test
    void a_code_revoked_before_the_end_ends_the_recovery() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        world.send(new RevokeRecoveryCode(ann.id, ann.session()), Done.class);

        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.CODE_REVOKED));
        assertThat(world.all()).noneMatch(AccountRecovered.class::isInstance);
    }

    @Test
    void of_two_that_are_open_only_the_first_to_end_counts() {
        var ann = Person.withRecoveryCode(world);
        var stranger = prove(ann);
        world.clock.pass(Duration.ofSeconds(1));
        recover(ann);
        ann.recovery = stranger;
        world.news();

        assertThat(ann.recover(new Password("a password of somebody else"))).isEqualTo(new Refused(Reason.RECOVERED));
        assertThat(world.news())
                .containsExactly(new RecoveryRefused(stranger.value(), ann.id.value(), Reason.RECOVERED));
    }

    private static RecoveryId prove(Person ann) {
        ann.startRecovery();
        ann.world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        ann.world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink()), ProofAccepted.class);
        return ann.recovery;
    }

    @Test
    void a_recovery_ends_once() {
        var ann = recovered();

        assertThat(ann.recover(new Password("a second password"))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(world.all().filter(AccountRecovered.class::isInstance)).hasSize(1);
    }

    @Test
    void it_lasts_thirty_minutes() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        world.send(new ExpireRecovery(ann.recovery), Done.class);
        world.clock.pass(Limits.RECOVERY);

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isEqualTo(new Refused(Reason.EXPIRED));
        world.news();
        world.send(new ExpireRecovery(ann.recovery), Done.class);
        world.send(new ExpireRecovery(ann.recovery), Done.class);
        assertThat(world.news()).containsExactly(new RecoveryExpired(ann.recovery.value(), ann.id.value()));
    }

    @Test
    void five_wrong_codes_end_it() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        for (int i = 0; i < 5; i++) {
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, RecoveryCode.random(world.random))))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                .isEqualTo(new Refused(Reason.FLOW_DEAD));
    }

    @Test
    void a_stranger_without_the_mailbox_cannot_move_the_budget_of_the_recovery_code() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.news();
        world.send(new ProveRecoveryCode(ann.recovery, RecoveryCode.random(world.random)));

        assertThat(world.news()).noneMatch(GuessCounted.class::isInstance);
    }

    @Test
    void guesses_of_mailed_codes_are_counted_over_all_recoveries_and_the_link_still_works() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        for (int i = 0; i < 5; i++) {
            world.send(new ProveMailbox(ann.recovery, wrong(ann.recoveryMail()), null));
        }
        ann.startRecovery();

        assertThat(world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null)))
                .isInstanceOf(Throttled.class);
        assertThat(world.throttled).containsExactly(Factor.EMAIL_CODE);
        assertThat(world.send(new ProveMailbox(ann.recovery, null, ann.recoveryLink())))
                .isInstanceOf(ProofAccepted.class);
    }

    @Test
    void starting_one_does_not_touch_the_account() {
        var ann = Person.withRecoveryCode(world);
        world.news();
        ann.startRecovery();

        assertThat(world.news()).hasSize(1).allMatch(RecoveryStarted.class::isInstance);
        assertThat(ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
    }

    @Test
    void an_unknown_identifier_takes_the_same_path_and_never_arrives() {
        var nobody = new AccountId(UUID.randomUUID().toString());
        var recovery = new RecoveryId(UUID.randomUUID().toString());
        world.send(new StartRecovery(recovery, nobody, false, false), RecoveryBegun.class);
        world.news();

        assertThat(world.send(new ProveRecoveryCode(recovery, RecoveryCode.random(world.random))))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new ProveMailbox(recovery, new MailedCode("12345678"), null)))
                .isEqualTo(new Refused(Reason.WRONG_PROOF));
        assertThat(world.send(new RecoverAccount(recovery, nobody, new PasswordDigest("v1$x"))))
                .isEqualTo(new Refused(Reason.MISSING_PROOF));
        assertThat(world.news())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "RecoveryProofRefused", "GuessCounted", "RecoveryProofRefused", "RecoveryRefused");
    }

    @Test
    void an_erased_account_cannot_be_recovered_and_nothing_of_it_can_be_read() {
        var ann = Person.withRecoveryCode(world);
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        var sealed = world.last(AccountRegistered.class).sealedEmail();
        assertThat(world.send(new EraseAccount(ann.id, ann.session()))).isEqualTo(new Done());

        assertThat(world.sealer.open("AccountRegistered/email/" + ann.id, sealed))
                .isEmpty();
        assertThat(world.addresses).isEmpty();
        assertThat(ann.recover(CHOSEN)).isEqualTo(new Refused(Reason.CODE_REVOKED));
        assertThat(ann.signIn()).isEqualTo(new Refused(Reason.UNKNOWN_ACCOUNT));
    }

    @Test
    void what_is_stored_holds_no_secret_and_nothing_personal() {
        var ann = recovered();
        ann.signIn();
        var readable = world.all().map(Object::toString).toList().toString();

        assertThat(readable)
                .doesNotContain(List.of(
                        "ann@example.org",
                        "Ann of Example",
                        ann.secretKey.formatted(),
                        ann.recoveryCode.formatted(),
                        ann.recoveryCode.body(),
                        "correct horse",
                        "a new and better one",
                        "digest of"));
    }

    private Person recovered() {
        return recovered(world);
    }

    private static Person recovered(World world) {
        var ann = Person.withRecoveryCode(world);
        recover(ann);
        return ann;
    }

    private static void recover(Person ann) {
        ann.world.clock.pass(Duration.ofMinutes(1));
        ann.startRecovery();
        ann.world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
        ann.world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        assertThat(ann.recover(CHOSEN)).isInstanceOf(Recovered.class);
    }

    private static MailedCode wrong(MailedCode right) {
        return new MailedCode(right.digits().startsWith("1") ? "20000000" : "10000000");
    }
}
