package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KitMakingTest {

    private final World world = new World();

    private Outcome kit(Person person, RecoveryCode code) {
        return kit(person, person.session(), code);
    }

    private Outcome kit(Person person, SessionId session, RecoveryCode code) {
        return world.send(new MakeRecoveryKit(person.id, session, code, KitFormat.PDF));
    }

    private RecoveryCode another() {
        return RecoveryCode.random(world.random);
    }

    @Nested
    class Is_refused {

        @Test
        void when_no_code_was_made() {
            var ann = Person.protectedOne(world);

            assertThat(kit(ann, another())).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.last(RecoveryKitRefused.class)).isEqualTo(refused(ann, Reason.EXPIRED));
        }

        @Test
        void for_another_code_and_after_five_of_them_also_for_the_right_one() {
            var ann = Person.withRecoveryCode(world);
            for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
                assertThat(kit(ann, another())).isEqualTo(new Refused(Reason.WRONG_PROOF));
                assertThat(world.last(RecoveryKitRefused.class)).isEqualTo(refused(ann, Reason.WRONG_PROOF));
            }

            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new Refused(Reason.FLOW_DEAD));
            ann.generateRecoveryCode();
            assertThat(kit(ann, ann.recoveryCode)).isInstanceOf(RecoveryKitAllowed.class);
        }

        @Test
        void half_an_hour_after_the_code_was_typed_back() {
            var ann = Person.withRecoveryCode(world);
            world.clock.pass(Limits.RECOVERY_KIT.minusSeconds(1));
            assertThat(kit(ann, ann.recoveryCode)).isInstanceOf(RecoveryKitAllowed.class);
            world.clock.pass(Duration.ofSeconds(1));

            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void half_an_hour_after_the_code_was_shown_and_not_typed_back() {
            var ann = Person.protectedOne(world);
            ann.generateRecoveryCode();
            world.clock.pass(Limits.RECOVERY_CODE_CONFIRMATION);

            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void for_an_old_code_although_a_new_one_was_just_made() {
            var ann = Person.withRecoveryCode(world);
            var old = ann.recoveryCode;
            world.clock.pass(Limits.RECOVERY_KIT);
            ann.signInWithPhone();
            ann.generateRecoveryCode();

            assertThat(kit(ann, old)).isEqualTo(new Refused(Reason.WRONG_PROOF));
            assertThat(kit(ann, ann.recoveryCode)).isInstanceOf(RecoveryKitAllowed.class);
        }

        @Test
        void for_a_code_that_was_revoked() {
            var ann = Person.withRecoveryCode(world);
            world.send(new RevokeRecoveryCode(ann.id, ann.session()), Done.class);

            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new Refused(Reason.EXPIRED));
        }

        @Test
        void for_the_code_of_somebody_else() {
            var bob = Person.withRecoveryCode(world);
            var ann = Person.withRecoveryCode(world);

            assertThat(kit(ann, bob.recoveryCode)).isEqualTo(new Refused(Reason.WRONG_PROOF));
        }

        @Test
        void without_a_live_session() {
            var ann = Person.withRecoveryCode(world);
            var unknown = new SessionId(UUID.randomUUID().toString());

            assertThat(kit(ann, unknown, ann.recoveryCode)).isEqualTo(new Refused(Reason.NOT_ALLOWED));
            assertThat(world.last(ChangeRefused.class).change()).isEqualTo("make a recovery kit");
        }

        private RecoveryKitRefused refused(Person person, Reason reason) {
            return new RecoveryKitRefused(person.id.value(), reason);
        }
    }

    @Nested
    class Is_made {

        @Test
        void of_a_code_that_waits_to_be_typed_back_and_of_one_that_was() {
            var ann = Person.protectedOne(world);
            ann.generateRecoveryCode();
            var shownAt = world.clock.instant();
            var codeId = world.last(RecoveryCodeGenerated.class).codeId();
            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new RecoveryKitAllowed(codeId, shownAt));
            world.clock.pass(Duration.ofMinutes(20));
            world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
            world.clock.pass(Duration.ofMinutes(20));

            assertThat(kit(ann, ann.recoveryCode)).isEqualTo(new RecoveryKitAllowed(codeId, shownAt));
        }

        @Test
        void as_often_as_it_is_asked_for_and_is_on_the_trail_without_the_code() {
            var ann = Person.withRecoveryCode(world);
            var codeId = world.last(RecoveryCodeGenerated.class).codeId();
            world.news();
            kit(ann, ann.recoveryCode);
            kit(ann, ann.recoveryCode);

            var made = new RecoveryKitMade(ann.id.value(), codeId, KitFormat.PDF);
            assertThat(world.news()).containsExactly(made, made);
            assertThat(made.toString()).doesNotContain(ann.recoveryCode.body());
        }

        @Test
        void in_a_recovery_session_too() {
            var ann = Person.withRecoveryCode(world);
            ann.startRecovery();
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
            world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode), ProofAccepted.class);
            ann.recover(new Password("another good password"));
            ann.signIn();
            ann.generateRecoveryCode();

            assertThat(kit(ann, ann.recoveryCode)).isInstanceOf(RecoveryKitAllowed.class);
        }
    }
}
