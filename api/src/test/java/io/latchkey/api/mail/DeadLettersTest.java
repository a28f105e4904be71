package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.mail.DeadLetters.Retry;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.TotpEnrolled;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private final PostOffice office = new PostOffice();
    private final DeadLetters letters =
            new DeadLetters(office.table, office.scheduler, office.sealer, office.transaction, office.clock);
    private final String ann = office.holder("ann@example.org");

    @Test
    void a_code_that_died_cannot_be_sent_again() {
        office.happens(office.signInCode(ann));
        office.clock.pass(Duration.ofMinutes(11));
        office.delivery();
        assertThat(letters.retry(office.only(Kind.SIGN_IN_CODE).mailId())).isEqualTo(Retry.NOTHING_LEFT_TO_SEND);
    }

    @Test
    void an_unknown_mail_cannot_be_sent_again() {
        assertThat(letters.retry(UUID.randomUUID())).isEqualTo(Retry.UNKNOWN);
        assertThat(letters.page(null, UUID.randomUUID(), 10)).isEmpty();
    }

    @Test
    void a_notice_that_died_goes_when_an_operator_says_so() {
        office.happens(new PasswordChanged(ann, ""));
        office.clock.pass(Duration.ofHours(25));
        office.delivery();
        office.jdbc.sql("delete from scheduled_tasks").update();

        var id = office.only(Kind.PASSWORD_CHANGED).mailId();
        assertThat(letters.retry(id)).isEqualTo(Retry.ON_ITS_WAY);
        assertThat(letters.retry(id)).isEqualTo(Retry.ON_ITS_WAY);
        assertThat(office.jdbc
                        .sql("select task_instance from scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsExactly(id.toString());
        assertThat(office.delivery()).hasSize(1);
    }

    @Test
    void the_text_of_a_dead_notice_is_kept_for_a_day_and_its_row_for_a_month() {
        office.happens(new PasswordChanged(ann, ""));
        office.happens(office.mailboxCode(ann));
        office.clock.pass(Duration.ofHours(25));
        office.delivery();
        Retention.forget(office.jdbc, office.clock.instant());
        assertThat(office.only(Kind.PASSWORD_CHANGED).sealedLetter()).isNotNull();
        assertThat(office.jdbc
                        .sql("select count(recipient_digest) from outbox")
                        .query(Integer.class)
                        .single())
                .isZero();

        office.clock.pass(Duration.ofHours(25));
        Retention.forget(office.jdbc, office.clock.instant());
        assertThat(office.only(Kind.PASSWORD_CHANGED).sealedLetter()).isNull();
        assertThat(letters.retry(office.only(Kind.PASSWORD_CHANGED).mailId())).isEqualTo(Retry.NOTHING_LEFT_TO_SEND);

        office.clock.pass(Duration.ofDays(30));
        Retention.forget(office.jdbc, office.clock.instant());
        assertThat(office.table.page(null, null, 10)).isEmpty();
    }

    @Test
    void a_page_shows_masked_addresses_and_the_next_page_goes_on() {
        office.happens(new PasswordChanged(ann, ""));
        office.clock.pass(Duration.ofSeconds(1));
        office.happens(new TotpEnrolled(ann, PostOffice.anId(), PostOffice.anId(), 1, 0));
        office.clock.pass(Duration.ofSeconds(1));
        office.happens(office.signInCode(ann));

        var first = letters.page(State.PENDING, null, 2).orElseThrow();
        assertThat(first).extracting(OutboxLine::kind).containsExactly("sign-in-code", "authenticator-added");
        assertThat(first).extracting(OutboxLine::to).containsOnly("a***@e***.org");
        var last = UUID.fromString(first.getLast().id());
        assertThat(letters.page(State.PENDING, last, 2).orElseThrow())
                .extracting(OutboxLine::kind)
                .containsExactly("password-changed");
    }
}
