package io.latchkey.query.audit;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.event.DecoyOpened;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.Origin;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.Reason;
import io.latchkey.event.SignInRefused;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.value.Factor;
import io.latchkey.value.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);
    private final Instant begin = world.clock.instant();

    @BeforeAll
    void much_happened() {
        stories.everything();
        world.clock.pass(Duration.ofMinutes(1));
        var origin = Map.of(
                Origin.ACTOR, "anonymous",
                Origin.ACTOR_ROLE, "anonymous",
                Origin.CORRELATION_ID, "the-request",
                Origin.CLIENT_KEY, "key-of-eve",
                Origin.CLIENT, world.sealed("client:2026-11", "Origin/client", "203.0.113.77"),
                Origin.AGENT,
                        world.sealed(
                                "client:2026-11", "Origin/agent", "Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0"));
        for (int i = 0; i < 5; i++) {
            world.clock.pass(Duration.ofSeconds(1));
            world.happened(origin, ANN, new SignInRefused(ANN, null, Factor.PASSWORD, false, Reason.WRONG_PROOF));
        }
        world.happened(EVE, new DecoyOpened(EVE));
        stories.protectedAccount(BOB);
    }

    @AfterAll
    void end() {
        world.close();
    }

    private TrailPage find(TrailFilter filter, String after, int limit) {
        return world.ask(new FindTrail(filter, null, null, after, limit), TrailPage.class);
    }

    private TrailPage follow(TrailFilter filter, String after, int limit) {
        return world.ask(new FollowTrail(filter, null, after, limit), TrailPage.class);
    }

    private static TrailFilter only(String type, String outcome, String reason, String clientKey, String correlation) {
        return new TrailFilter(null, null, null, type, outcome, reason, clientKey, correlation);
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
        void a_limit_outside_one_to_two_hundred_is_refused_not_cut(int limit) {
            assertThatThrownBy(() -> new FindTrail(TrailFilter.ALL, null, null, null, limit))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new FollowTrail(TrailFilter.ALL, null, null, limit))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> new FindActivity(ANN, null, limit)).isInstanceOf(Malformed.class);
        }

        @Test
        void a_range_that_ends_before_it_begins_is_refused() {
            assertThatThrownBy(() -> new FindTrail(TrailFilter.ALL, begin, begin, null, 10))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void unknown_words_are_refused() {
            assertThatThrownBy(() -> only("NoSuchType", null, null, null, null)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> only(null, "accepted", null, null, null)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> only(null, null, "BECAUSE", null, null)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> only(null, null, null, null, "x".repeat(129)))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void a_cursor_of_the_other_way_of_reading_is_refused() {
            var next = follow(TrailFilter.ALL, null, 1).next();

            assertThatThrownBy(() -> find(TrailFilter.ALL, next, 1)).isInstanceOf(Malformed.class);
        }
    }

    @Nested
    class Bounded {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 7, 200})
        void pages_of_any_size_give_every_record_once_newest_first_and_end(int limit) {
            var seen = new ArrayList<TrailRecord>();
            String after = null;
            do {
                var page = find(TrailFilter.ALL, after, limit);
                assertThat(page.records()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
                seen.addAll(page.records());
                after = page.next();
            } while (after != null);

            assertThat(seen).hasSize((int) world.count("audit_record")).doesNotHaveDuplicates();
            assertThat(seen.stream().map(TrailRecord::at)).isSortedAccordingTo((one, two) -> two.compareTo(one));
        }

        @Test
        void a_page_that_is_just_full_is_the_last_one() {
            var filter = only("SignInRefused", null, null, null, null);

            assertThat(find(filter, null, 5).next()).isNull();
            assertThat(find(filter, null, 4).next()).isNotNull();
        }

        @Test
        void from_counts_and_to_does_not() {
            var at = find(only("SignInRefused", null, null, null, null), null, 5)
                    .records()
                    .getLast()
                    .at();
            var page = world.ask(
                    new FindTrail(only("SignInRefused", null, null, null, null), at, at.plusSeconds(1), null, 10),
                    TrailPage.class);

            assertThat(page.records()).hasSize(1);
        }

        @Test
        void every_filter_finds_its_records() {
            assertThat(find(TrailFilter.account(EVE), null, 200).records()).hasSize(1);
            assertThat(find(new TrailFilter(null, Stories.RECOVERY, null, null, null, null, null, null), null, 200)
                            .records())
                    .hasSize(7);
            assertThat(find(new TrailFilter(null, null, BOB, null, null, null, null, null), null, 200)
                            .records())
                    .allMatch(line -> line.actor().id().equals(BOB))
                    .isNotEmpty();
            assertThat(find(only(null, "REFUSED", null, null, null), null, 200).records())
                    .hasSize(7);
            assertThat(find(only(null, null, "WRONG_PROOF", null, null), null, 200)
                            .records())
                    .hasSize(6);
            assertThat(find(only(null, null, null, "key-of-eve", null), null, 200)
                            .records())
                    .hasSize(5);
            assertThat(find(only(null, null, null, null, "the-request"), null, 200)
                            .records())
                    .hasSize(5);
            assertThat(find(only("SignInRefused", "REFUSED", "WRONG_PROOF", "key-of-eve", "other"), null, 200)
                            .records())
                    .isEmpty();
        }
    }

    @Nested
    class Following {

        @Test
        void every_record_comes_once_in_order_and_the_next_cursor_is_always_there() {
            var seen = new ArrayList<Long>();
            String after = null;
            TrailPage page;
            do {
                page = follow(TrailFilter.ALL, after, 7);
                page.records().forEach(line -> seen.add(line.position()));
                after = page.next();
                assertThat(after).isNotNull();
            } while (!page.records().isEmpty());

            assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize((int) world.count("audit_record"));
            assertThat(follow(TrailFilter.ALL, after, 7).next()).isEqualTo(after);
        }

        @Test
        void a_filter_that_finds_nothing_still_moves_the_cursor_to_the_head() {
            var next = follow(TrailFilter.account("nobody"), null, 10).next();

            assertThat(follow(TrailFilter.ALL, next, 10).records()).isEmpty();
        }

        @Test
        void a_cursor_beyond_the_head_waits_there() {
            var far = Cursor.following(1_000_000);

            assertThat(follow(TrailFilter.ALL, far, 10)).isEqualTo(new TrailPage(List.of(), far, true));
        }
    }

    @Nested
    class Records {

        @Test
        void say_what_why_and_from_where_without_personal_data() {
            var line = find(only("SignInRefused", null, null, null, null), null, 1)
                    .records()
                    .getFirst();

            assertThat(line.sentence())
                    .isEqualTo("A sign-in with password and secret key or trusted device was refused."
                            + " What was given was not right.");
            assertThat(line.client()).isEqualTo("203.0.113.x");
            assertThat(line.agent()).isEqualTo("Firefox");
            assertThat(line.account()).isEqualTo(new TrailRecord.Person(ANN, null, "j***@e***.org"));
            assertThat(line.actor()).isEqualTo(new TrailRecord.Person("anonymous", "anonymous", null));
            assertThat(line.correlationId()).isEqualTo("the-request");
            assertThat(line.toString()).doesNotContain("203.0.113.77", "jane@example.org", "Mozilla");
        }

        @Test
        void hold_nothing_sealed_in_their_details() {
            var details = world.jdbc.queryForList("select details::text from audit_record", String.class);

            assertThat(details)
                    .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("sealed", "eyJ", "digest"));
        }

        @Test
        void of_an_account_are_shown_to_its_holder() {
            var page = world.ask(new FindActivity(BOB, null, 200), TrailPage.class);

            assertThat(page.records())
                    .isNotEmpty()
                    .allMatch(line -> line.account().id().equals(BOB));
        }
    }

    @Test
    void a_changed_event_can_be_awaited() throws Exception {
        var message = world.message(Map.of(), ANN, new PasswordChanged(ANN, "sealed"));
        var arrival = world.asked(new AwaitEvent(ANN, message.getSequenceNumber()), Boolean.class);
        world.events().publish(message);
        var waited = System.nanoTime();

        assertThat(arrival.get()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - waited)).isLessThan(Duration.ofSeconds(1));
        assertThat(world.ask(new AwaitEvent(ANN, 0), Boolean.class)).isTrue();
        assertThat(world.ask(new AwaitEvent(ANN, 9_999), Boolean.class)).isFalse();
        world.happened(ANN, new MailboxVerified(ANN));
    }
}
