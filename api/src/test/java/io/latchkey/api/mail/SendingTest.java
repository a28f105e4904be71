package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import io.latchkey.event.PasswordChanged;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scheduler as it runs in the service, on its own clock. */
class SendingTest {

    private final PostOffice office = new PostOffice();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch sent = new CountDownLatch(1);
    private int failures;
    private Scheduler scheduler;

    private void start() {
        office.sender = office.sender(this::carry);
        scheduler = Scheduler.create(office.database, Sending.task(() -> office.sender))
                .schedulerName(new SchedulerName.Fixed("second"))
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofMillis(500))
                .missedHeartbeatsLimit(4)
                .threads(2)
                .build();
        scheduler.start();
    }

    private synchronized void carry(Envelope envelope) throws MessagingException {
        if (attempts.incrementAndGet() <= failures) {
            throw new MessagingException("not now");
        }
        sent.countDown();
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void a_mail_that_failed_is_tried_again() throws Exception {
        queue();
        failures = 1;
        start();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void a_mail_that_a_killed_node_had_in_its_hands_is_sent_by_the_next() throws Exception {
        queue();
        office.jdbc
                .sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?, version = 2")
                .param(OffsetDateTime.now().minusMinutes(1))
                .update();
        start();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_task_whose_mail_is_gone_ends() throws Exception {
        queue();
        office.jdbc.sql("delete from outbox").update();
        start();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (tasks() > 0 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(tasks()).isZero();
        assertThat(attempts).hasValue(0);
    }

    /** The office's clock stands still; for the scheduler the mail must be due now. */
    private void queue() {
        office.happens(new PasswordChanged(office.holder("ann@example.org"), ""));
        office.jdbc.sql("update scheduled_tasks set execution_time = now()").update();
    }

    private int tasks() {
        return office.jdbc
                .sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();
    }
}
