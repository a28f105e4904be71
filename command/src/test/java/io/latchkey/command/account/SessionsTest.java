package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.*;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Refused NOT_FOUND = new Refused(Reason.NOT_FOUND);

    private final World world = new World();
    private final Person ann = Person.protectedOne(world);

    @Test
    void one_says_whose_it_is_what_it_was_proven_by_and_how_long_it_lasts() {
        var grant = ann.signInWithPhone().grant();
        var now = world.clock.instant();

        assertThat(grant)
                .isEqualTo(new SessionGrant(
                        ann.id.value(),
                        ann.session,
                        0,
                        SessionKind.FULL,
                        2,
                        List.of(Factor.PASSWORD, Factor.TOTP),
                        List.of(),
                        now,
                        now.plus(Limits.SESSION)));
    }

    @Nested
    class AtTheirEnd {

        @Test
        void those_that_are_over_take_no_place_of_the_ten() {
            for (int i = 1; i < Limits.SESSIONS; i++) {
                ann.signInWithPhone();
            }
            world.clock.pass(Limits.SESSION_IDLE);
            world.news();
            ann.signInWithPhone();

            assertThat(world.news()).doesNotHaveAnyElementsOfTypes(SessionEnded.class);
        }

        @Test
        void the_history_tells_a_sign_out_from_an_end_by_the_holder() {
            var other = ann.session();
            ann.signInWithPhone();
            world.news();
            assertThat(end(ann.session(), other)).isEqualTo(new Done());
            assertThat(end(ann.session(), ann.session())).isEqualTo(new Done());

            assertThat(world.news())
                    .containsExactly(
                            new SessionEnded(ann.id.value(), other.value(), Reason.ENDED_BY_HOLDER),
                            new SessionEnded(ann.id.value(), ann.session, Reason.SIGNED_OUT));
        }

        @Test
        void one_that_is_over_ends_no_other() {
            var old = ann.session();
            world.clock.pass(Limits.SESSION_IDLE);
            ann.signInWithPhone();
            world.news();

            assertThat(end(old, ann.session())).isEqualTo(NOT_FOUND);
            assertThat(world.send(new EndOtherSessions(ann.id, old))).isEqualTo(NOT_FOUND);
            assertThat(world.news()).isEmpty();
        }

        private Outcome end(SessionId in, SessionId target) {
            return world.send(new EndSession(ann.id, in, target));
        }
    }

    @Nested
    class Refreshed {

        @Test
        void every_refusal_is_recorded_with_its_reason() {
            var id = ann.id.value();
            var session = ann.session();
            refresh(session);
            world.news();
            refresh(session);
            refresh(session);

            assertThat(world.news())
                    .containsExactly(
                            new SessionRefreshRefused(id, session.value(), Reason.TOKEN_REUSED),
                            new SessionEnded(id, session.value(), Reason.TOKEN_REUSED),
                            new SessionRefreshRefused(id, session.value(), Reason.EXPIRED));
        }

        @Test
        void nobody_has_one() {
            var nobody = new AccountId(UUID.randomUUID().toString());
            world.send(new SignIn(nobody, ann.newSignIn(), false, new PasswordDigest("none"), null, null));
            world.news();

            assertThat(world.send(new RefreshSession(nobody, ann.session(), 0))).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(world.news()).isEmpty();
        }

        private void refresh(SessionId session) {
            world.send(new RefreshSession(ann.id, session, 0));
        }
    }
}
