package io.latchkey.query.contacts;

import static io.latchkey.query.Stories.CASE;
import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Limits;
import io.latchkey.command.Way;
import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactsReviewed;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.event.Reason;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.query.accounts.Reminder;
import io.latchkey.query.recoveries.FindRecovery;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryCase;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.query.recoveries.Status;
import io.latchkey.value.Factor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a holder sees of the recovery contacts, they of the holder, and everybody of a case. */
@Execution(ExecutionMode.CONCURRENT)
class ContactQueriesTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void counted() {
        stories.protectedAccount(ANN);
        stories.protectedAccount(BOB);
        stories.protectedAccount(EVE);
        stories.counted(ANN, BOB, EVE);
    }

    @AfterEach
    void end() {
        world.close();
    }

    private Contacts contacts() {
        return world.ask(new FindContacts(ANN), Contacts.class);
    }

    private People people(String account) {
        return world.ask(new FindPeople(account), People.class);
    }

    private RecoveryStatus status() {
        return world.ask(new FindRecoveryStatus(CASE), RecoveryStatus.class);
    }

    private void scheduled() {
        var completesAt = world.clock.instant().plus(Duration.ofHours(24));
        var until = completesAt.plus(Duration.ofDays(7));
        world.happened(ANN, new ContactRecoveryScheduled(ANN, CASE, completesAt, until, "sealed-veto"));
    }

    @Test
    void the_holder_sees_them_by_name_and_from_when_they_count() {
        var contacts = contacts().contacts();
        assertThat(contacts.stream().map(ContactLine::contactId)).containsExactly("c1", "c2", "c3");
        assertThat(contacts.getFirst().name()).isEqualTo("a friend");
        assertThat(contacts.getFirst().countsFrom())
                .isEqualTo(contacts.getFirst().acceptedAt().plus(Limits.CONTACT_QUARANTINE));
        assertThat(contacts.getLast().acceptedAt()).isNull();
    }

    @Test
    void who_did_not_accept_in_time_is_not_there() {
        world.clock.pass(Limits.INVITATION);
        assertThat(contacts().contacts()).hasSize(2);
        assertThat(people(Stories.GROUP).people()).isEmpty();
    }

    @Test
    void a_contact_sees_enough_to_recognise_the_person_and_nothing_more() {
        var seen = people(BOB).recoveries().getFirst();
        assertThat(seen.recoveryId()).isEqualTo(CASE);
        assertThat(seen.name()).isNotBlank();
        assertThat(seen.mailbox()).contains("***").doesNotContain("jane");
        assertThat(seen.approved()).isTrue();
        assertThat(people(EVE).recoveries().getFirst().approved()).isFalse();
        assertThat(people(Stories.GROUP).recoveries()).isEmpty();
        assertThat(people(ANN).people()).isEmpty();
    }

    @Test
    void a_contact_who_was_removed_sees_nothing_more() {
        world.happened(ANN, new ContactRemoved(ANN, "c1", BOB, Reason.REMOVED));
        assertThat(people(BOB).people()).isEmpty();
        assertThat(people(BOB).recoveries()).isEmpty();
        assertThat(contacts().contacts()).hasSize(2);
    }

    @Test
    void the_case_goes_on_with_contacts_in_place_of_the_code() {
        assertThat(status().way()).isEqualTo(Way.CONTACTS);
        assertThat(status().status()).isEqualTo(Status.OPEN);
        assertThat(status().missing()).doesNotContain(Factor.RECOVERY_CODE);
        world.clock.pass(Duration.ofHours(1));
        assertThat(status().status()).isEqualTo(Status.OPEN);
        scheduled();
        assertThat(status().status()).isEqualTo(Status.WAITING);
        world.happened(ANN, new AccountRecovered(ANN, CASE, "sealed", "sealed", "2026-4"));
        assertThat(status().status()).isEqualTo(Status.COMPLETED);
        assertThat(people(EVE).recoveries()).isEmpty();
    }

    @Test
    void it_ends_by_a_veto_and_by_its_time() {
        scheduled();
        world.clock.pass(Duration.ofDays(8));
        assertThat(status().status()).isEqualTo(Status.EXPIRED);
        assertThat(people(EVE).recoveries()).isEmpty();
        world.happened(ANN, new AssistedRecoveryCancelled(ANN, CASE, Reason.VETOED));
        assertThat(status().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void support_finds_every_step_of_all_sides_in_the_case() {
        var file = world.ask(new FindRecovery(CASE), RecoveryCase.class);
        assertThat(file.steps().stream().map(step -> step.type()))
                .containsExactly(
                        "RecoveryStarted",
                        "RecoveryProofAccepted",
                        "ContactRecoveryStarted",
                        "RecoveryHandedOver",
                        "ContactApprovalAsked",
                        "ContactRecoveryApproved");
    }

    @Test
    void they_count_after_a_week_and_are_to_be_looked_at_after_a_year() {
        world.happened(ANN, new GuessesForgiven(ANN, Factor.EMAIL_CODE));
        assertThat(opened()).isFalse();
        world.clock.pass(Limits.CONTACT_QUARANTINE);
        assertThat(opened()).isTrue();
        assertThat(reminded()).isFalse();
        world.clock.pass(Limits.CONTACT_REVIEW);
        assertThat(reminded()).isTrue();
        world.happened(ANN, new ContactsReviewed(ANN));
        assertThat(reminded()).isFalse();
        world.happened(BOB, new AccountErased(BOB));
        assertThat(opened()).isFalse();
    }

    @Test
    void who_could_approve_nothing_today_does_not_count() {
        world.happened(ANN, new GuessesForgiven(ANN, Factor.EMAIL_CODE));
        world.clock.pass(Limits.CONTACT_QUARANTINE);
        world.happened(BOB, new AuthenticatorSuspended(BOB, BOB + "-a1", Reason.REPORTED_LOST));
        assertThat(opened()).isFalse();
        world.happened(BOB, new AuthenticatorResumed(BOB, BOB + "-a1"));
        assertThat(opened()).isTrue();
    }

    private AccountOverview account() {
        return world.ask(new FindAccount(ANN), AccountOverview.class);
    }

    private boolean opened() {
        return account().readiness().stream()
                .flatMap(found -> found.ways().stream())
                .anyMatch(left -> left.way().name().equals("RECOVERY_WITH_CONTACTS")
                        && left.takes().compareTo(Duration.ofHours(24)) >= 0);
    }

    private boolean reminded() {
        return account().reminders().stream().anyMatch(one -> one.kind() == Reminder.Kind.CONTACTS_TO_REVIEW);
    }

    @Test
    void a_contact_who_erased_the_account_is_gone_and_counts_for_nothing() {
        world.happened(BOB, new AccountErased(BOB));

        var contacts = contacts().contacts();
        assertThat(contacts).extracting(ContactLine::gone).containsExactly(true, false, false);
        assertThat(contacts.getFirst().countsFrom()).isNull();
    }

    @Test
    void an_erased_holder_leaves_nothing() {
        world.happened(ANN, new AccountErased(ANN));
        assertThat(world.count("contact_view")).isZero();
        assertThat(world.count("contact_approval_view")).isZero();
    }
}
