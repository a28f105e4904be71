package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectingTest {

    private final World world = new World();

    @Nested
    class Registering {

        @Test
        void a_wrong_mailbox_code_is_refused_and_five_end_the_code() {
            var ann = new Person(world);
            var wrong = new MailedCode(ann.mailboxCode().digits().startsWith("1") ? "20000000" : "10000000");
            for (int i = 0; i < 5; i++) {
                assertThat(world.send(new VerifyMailbox(ann.id, wrong, null)))
                        .isEqualTo(new Refused(Reason.WRONG_PROOF));
            }
            world.clock.pass(Duration.ofMinutes(1));

            assertThat(ann.verifyMailbox()).isEqualTo(new Refused(Reason.FLOW_DEAD));
            assertThat(world.send(new ResendMailboxCode(ann.id))).isEqualTo(new Done());
            assertThat(ann.verifyMailbox()).isEqualTo(new Done());
        }

        @Test
        void an_address_belongs_to_the_first_that_proves_it() {
            var ann = new Person(world);
            var annsCode = ann.mailboxCode();
            var other = Person.verified(world);

            assertThat(world.send(new VerifyMailbox(ann.id, annsCode, null)))
                    .isEqualTo(new Refused(Reason.ADDRESS_TAKEN));
            assertThat(world.addresses).containsValue(other.id);
        }

        @Test
        void the_code_is_good_once_and_for_thirty_minutes() {
            var ann = new Person(world);
            var code = ann.mailboxCode();
            assertThat(ann.verifyMailbox()).isEqualTo(new Done());
            assertThat(world.send(new VerifyMailbox(ann.id, code, null))).isEqualTo(new Refused(Reason.NOT_FOUND));
            var late = new Person(world);
            world.clock.pass(Limits.MAILBOX_CODE);
            assertThat(late.verifyMailbox()).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void a_second_account_under_the_same_id_is_refused() {
            var ann = new Person(world);

            assertThat(world.send(
                            new RegisterAccount(ann.id, ann.email, new PersonName("Eve"), new PasswordDigest("v1$x"))))
                    .isEqualTo(new Refused(Reason.ALREADY_USED));
        }
    }

    @Nested
    class Enrolling {

        @ParameterizedTest
        @EnumSource(TotpAlgorithm.class)
        void an_authenticator_is_active_after_one_right_code(TotpAlgorithm algorithm) {
            var ann = Person.verified(world);
            ann.signIn();
            ann.algorithm = algorithm;
            ann.enroll();

            assertThat(((TotpConfirmed) ann.confirm()).backupSetId()).isNotNull();
            assertThat(ann.signIn()).isInstanceOf(SecondFactorNeeded.class);
        }

        @Test
        void a_wrong_code_is_refused_and_an_enrolment_lasts_ten_minutes() {
            var ann = Person.verified(world);
            ann.signIn();
            ann.enroll();

            assertThat(world.send(new ConfirmTotp(ann.id, ann.session(), ann.phone, ann.wrongCode(), null)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            world.clock.pass(Limits.TOTP_ENROLMENT);
            assertThat(ann.confirm()).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void a_second_enrolment_kills_the_pending_one() {
            var ann = Person.verified(world);
            ann.signIn();
            ann.enroll();
            var first = ann.phone;
            var code = ann.code();
            ann.enroll();

            assertThat(world.send(new ConfirmTotp(ann.id, ann.session(), first, code, null)))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }

        @Test
        void a_fast_phone_is_met_where_it_is() {
            var ann = Person.verified(world);
            ann.signIn();
            ann.enroll();
            world.send(new ConfirmTotp(ann.id, ann.session(), ann.phone, ann.code(1), null), TotpConfirmed.class);
            ann.signIn();
            ann.nextStep();

            assertThat(world.send(new ProveTotp(ann.id, ann.signIn, ann.code(1))))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void removal_needs_a_proof_not_older_than_five_minutes() {
            var ann = Person.protectedOne(world);
            world.clock.pass(Limits.FRESH_PROOF);
            assertThat(world.send(new RemoveAuthenticator(ann.id, ann.session(), ann.phone)))
                    .isEqualTo(new Refused(Reason.STEP_UP_REQUIRED));

            var in = world.send(new StepUpWithTotp(ann.id, ann.session(), ann.code()), SignedIn.class);
            ann.session = in.grant().sessionId();
            world.news();

            assertThat(world.send(new RemoveAuthenticator(ann.id, ann.session(), ann.phone)))
                    .isEqualTo(new Done());
            assertThat(world.news())
                    .extracting(event -> event.getClass().getSimpleName())
                    .containsExactly("AuthenticatorRemoved", "BackupCodesRevoked");
        }

        @Test
        void the_stale_session_is_gone_after_a_step_up() {
            var ann = Person.protectedOne(world);
            var before = ann.session();
            ann.nextStep();
            world.send(new StepUpWithTotp(ann.id, before, ann.code()), SignedIn.class);

            assertThat(world.send(new RevokeRecoveryCode(ann.id, before))).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            assertThat(world.send(new RefreshSession(ann.id, before, 0))).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void a_password_is_no_step_up_once_there_is_a_second_factor() {
            var ann = Person.protectedOne(world);

            assertThat(world.send(new StepUpWithPassword(ann.id, ann.session(), ann.digest(ann.password))))
                    .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
        }

        @Test
        void a_session_from_before_the_second_factor_may_not_weaken_it() {
            var ann = Person.verified(world);
            ann.signIn();
            var weak = ann.session();
            ann.signIn();
            ann.enroll();
            ann.confirm();

            assertThat(world.send(new RemoveAuthenticator(ann.id, weak, ann.phone)))
                    .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        }
    }

    @Nested
    class BackupCodes {

        @Test
        void a_new_set_kills_the_old_one() {
            var ann = Person.protectedOne(world);
            var old = Person.digest(ann.backupCodes.get(0));
            world.send(new GenerateBackupCodes(ann.id, ann.session(), ann.freshBackupCodes()), BackupCodesIssued.class);
            ann.signIn();

            assertThat(world.send(new ProveBackupCode(ann.id, ann.signIn, old)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new ProveBackupCode(ann.id, ann.signIn, Person.digest(ann.backupCodes.get(0)))))
                    .isInstanceOf(SignedIn.class);
        }

        @Test
        void they_are_acknowledged_by_the_name_of_their_set() {
            var ann = Person.protectedOne(world);
            var setId = world.last(BackupCodesGenerated.class).setId();

            assertThat(world.send(new AcknowledgeBackupCodes(
                            ann.id, ann.session(), UUID.randomUUID().toString())))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(world.send(new AcknowledgeBackupCodes(ann.id, ann.session(), setId)))
                    .isEqualTo(new Done());
        }

        @Test
        void without_authenticator_there_are_none() {
            var ann = Person.verified(world);
            ann.signIn();

            assertThat(world.send(new GenerateBackupCodes(ann.id, ann.session(), ann.freshBackupCodes())))
                    .isEqualTo(new Refused(Reason.NO_SUCH_FACTOR));
        }
    }

    @Nested
    class RecoveryCodes {

        @Test
        void it_is_good_only_after_it_was_typed_back() {
            var ann = Person.protectedOne(world);
            ann.generateRecoveryCode();
            var other = RecoveryCode.random(world.random);

            assertThat(world.send(new ActivateRecoveryCode(ann.id, ann.session(), other)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            ann.startRecovery();
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode)))
                    .isEqualTo(new Done());
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                    .isInstanceOf(ProofAccepted.class);
        }

        @Test
        void a_new_one_replaces_the_old_when_it_is_typed_back_and_not_before() {
            var ann = Person.withRecoveryCode(world);
            var old = ann.recoveryCode;
            ann.generateRecoveryCode();
            ann.startRecovery();
            assertThat(world.send(new ProveRecoveryCode(ann.recovery, old))).isInstanceOf(ProofAccepted.class);
            world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
            ann.startRecovery();

            assertThat(world.send(new ProveRecoveryCode(ann.recovery, old))).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void a_revoked_one_is_not_taken() {
            var ann = Person.withRecoveryCode(world);
            assertThat(world.send(new RevokeRecoveryCode(ann.id, ann.session())))
                    .isEqualTo(new Done());
            ann.startRecovery();

            assertThat(world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode)))
                    .isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(world.send(new RevokeRecoveryCode(ann.id, ann.session())))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }
    }
}
