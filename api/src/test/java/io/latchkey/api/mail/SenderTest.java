package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.PasswordChanged;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Malformed;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final PostOffice office = new PostOffice();
    private final String ann = office.holder("ann@example.org");
    private boolean up;

    private void server(Envelope envelope) throws MessagingException {
        if (!up) {
            throw new MessagingException("refused 123456", new ConnectException());
        }
        office.carried.add(envelope);
    }

    private void withServer() {
        office.sender = office.sender(this::server);
    }

    @Test
    void a_stale_code_is_never_sent() {
        office.happens(office.signInCode(ann));
        office.clock.pass(Duration.ofMinutes(10));

        assertThat(office.delivery()).isEmpty();
        var row = office.only(Kind.SIGN_IN_CODE);
        assertThat(row.state()).isEqualTo(State.DEAD);
        assertThat(row.sealedLetter()).isNull();
        assertThat(row.sealedRecipient()).isNull();
        assertThat(row.lastError()).isEqualTo("Stale");
    }

    @Test
    void a_code_waits_for_the_server_and_goes_while_it_is_good() {
        withServer();
        office.happens(office.signInCode(ann));
        office.delivery();
        var waiting = office.only(Kind.SIGN_IN_CODE);
        assertThat(waiting.state()).isEqualTo(State.PENDING);
        assertThat(waiting.lastError()).isEqualTo("MessagingException/ConnectException");

        up = true;
        office.clock.pass(Duration.ofMinutes(9));
        assertThat(office.delivery()).hasSize(1);
        assertThat(office.only(Kind.SIGN_IN_CODE).state()).isEqualTo(State.SENT);
    }

    @Test
    void a_code_dies_when_the_server_stays_away() {
        withServer();
        office.happens(office.signInCode(ann));
        for (var seconds = 0; seconds <= 600; seconds += 5) {
            office.delivery();
            office.clock.pass(Duration.ofSeconds(5));
        }
        var row = office.only(Kind.SIGN_IN_CODE);
        assertThat(row.state()).isEqualTo(State.DEAD);
        assertThat(row.attempts()).isBetween(5, 12);
        assertThat(office.meters
                        .counter("latchkey.mail.dead", "kind", "sign-in-code")
                        .count())
                .isEqualTo(1);
        assertThat(office.meters
                        .counter("latchkey.mail.failed", "kind", "sign-in-code")
                        .count())
                .isEqualTo(row.attempts());
    }

    @Test
    void a_notice_is_tried_for_a_day_and_keeps_its_text_for_the_operator() {
        withServer();
        office.happens(new PasswordChanged(ann, ""));
        for (var hours = 0; hours < 24; hours++) {
            office.delivery();
            office.clock.pass(Duration.ofHours(1));
        }
        office.delivery();
        var row = office.only(Kind.PASSWORD_CHANGED);
        assertThat(row.state()).isEqualTo(State.DEAD);
        assertThat(row.sealedLetter()).isNotNull();

        up = true;
        assertThat(office.table.revive(row.mailId(), office.clock.instant(), Writer.NOTICE_LIFE))
                .isTrue();
        assertThat(office.delivery()).hasSize(1);
    }

    @Test
    void nothing_readable_stays_of_what_is_sent() {
        office.happens(office.recovery(ann, true, false));
        office.delivery();
        assertThat(office.jdbc
                        .sql("select count(*) from outbox where state = 'SENT' and sealed_letter is null"
                                + " and sealed_recipient is null and ended_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_mail_that_was_carried_but_not_marked_keeps_its_id() {
        office.happens(office.signInCode(ann));
        var ids = new ArrayList<String>();
        Carrier carriesThenFails = envelope -> {
            ids.add(envelope.id() + " " + envelope.writtenAt());
            if (ids.size() == 1) {
                throw new MessagingException("the answer to the last line is lost");
            }
        };
        office.sender = office.sender(carriesThenFails);
        office.delivery();
        office.clock.pass(Duration.ofSeconds(30));
        office.delivery();
        assertThat(ids).hasSize(2).containsOnly(ids.getFirst());
    }

    @Test
    void a_mail_that_can_never_be_valid_is_given_up_at_once() {
        office.sender = office.sender(envelope -> {
            throw new Malformed("mail header", "one line");
        });
        office.happens(new PasswordChanged(ann, ""));
        office.delivery();
        assertThat(office.only(Kind.PASSWORD_CHANGED).state()).isEqualTo(State.DEAD);
    }

    @Test
    void a_mail_of_an_erased_account_is_not_sent_whatever_is_left_of_it() {
        office.happens(new PasswordChanged(ann, ""));
        office.sealer.destroy("account:" + ann);
        assertThat(office.delivery()).isEmpty();
        assertThat(office.jdbc
                        .sql("select count(*) from outbox")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void only_a_few_mails_are_on_their_way_at_once_and_none_for_ever() throws Exception {
        var talking = new CountDownLatch(2);
        var carriage = new Carriage(
                envelope -> {
                    talking.countDown();
                    try {
                        Thread.sleep(Duration.ofMinutes(1));
                    } catch (InterruptedException givenUp) {
                        throw new MessagingException("given up", givenUp);
                    }
                },
                Duration.ofSeconds(2));
        office.happens(new PasswordChanged(ann, ""));
        var envelope =
                new Envelope(UUID.randomUUID(), new EmailAddress("a@example.org"), new Letter("s", "t"), Instant.EPOCH);
        var first = Thread.startVirtualThread(() -> carriage.carry(envelope));
        var second = Thread.startVirtualThread(() -> carriage.carry(envelope));
        assertThat(talking.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(carriage.carry(envelope)).isEqualTo(new Carriage.Busy());

        first.join();
        second.join();
        assertThat(carriedWhenFree(carriage, envelope)).isEqualTo(new Carriage.Failed("TimeoutException"));
    }

    /** What was given up needs a moment to let its place go. */
    private static Carriage.Attempt carriedWhenFree(Carriage carriage, Envelope envelope) throws InterruptedException {
        var attempt = carriage.carry(envelope);
        for (int i = 0; i < 100 && attempt instanceof Carriage.Busy; i++) {
            Thread.sleep(50);
            attempt = carriage.carry(envelope);
        }
        return attempt;
    }

    @Test
    void the_age_of_the_outbox_is_that_of_the_oldest_mail_that_is_due() {
        withServer();
        assertThat(age()).isZero();
        office.happens(new PasswordChanged(ann, ""));
        office.delivery();
        office.clock.pass(Duration.ofSeconds(90));
        assertThat(age()).isEqualTo(90);
        assertThat(office.meters.get("latchkey.mail.outbox.pending").gauge().value())
                .isEqualTo(1);
    }

    private double age() {
        return office.meters.get("latchkey.mail.outbox.age").gauge().value();
    }
}
