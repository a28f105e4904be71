package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.latchkey.MovableClock;
import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountRegistered;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.MailboxCodeIssued;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.Origin;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.secret.GeneratedKeys;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** All of mail upon a real database, with a carrier that keeps what it is given. */
final class PostOffice {

    static final String CODE = "12345678";
    static final String TOKEN = "A".repeat(43);
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static final DataSource DATABASE = TestPostgres.database();

    final MovableClock clock = new MovableClock();
    final DataSource database = DATABASE;
    final JdbcClient jdbc = emptied(JdbcClient.create(database));
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    final KeyRing keys = keys();
    final Sealer sealer = new Sealer(jdbc, TransactionOperations.withoutTransaction(), keys, clock);
    final Hashing hashing = new Hashing(keys);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final OutboxTable table = new OutboxTable(jdbc);
    final List<Envelope> carried = new ArrayList<>();
    final Map<EmailAddress, AccountId> owners = new HashMap<>();
    final SchedulerClient scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
            .build();
    final Courier courier = courier();
    MetaData origin = visitor();
    Sender sender = sender(carried::add);

    static String anId() {
        return UUID.randomUUID().toString();
    }

    Sender sender(Carrier carrier) {
        return new Sender(
                table,
                sealer,
                new Carriage(carrier, Duration.ofSeconds(20)),
                new Backoff(new SecureRandom()),
                new MailFigures(meters, jdbc, clock),
                clock);
    }

    private Courier courier() {
        var addressees = new Addressees(jdbc, sealer);
        var writer = new Writer(
                addressees,
                address -> Optional.ofNullable(owners.get(address)),
                sealer,
                new Visitor(sealer),
                new Letters("help@example.org"),
                new Links(URI.create("https://id.example.org/"), hashing));
        return new Courier(
                addressees, new WrongFactors(jdbc), writer, new Outbox(table, scheduler, sealer, hashing, clock));
    }

    /** The account of a holder who has proven the mailbox. */
    String holder(String email) {
        var id = registered(email);
        happens(new MailboxVerified(id));
        owners.put(new EmailAddress(email), new AccountId(id));
        return id;
    }

    String registered(String email) {
        return registered(anId(), email);
    }

    String registered(String id, String email) {
        happens(new AccountRegistered(id, seal(id, "AccountRegistered/email/" + id, email), "", "", ""));
        return id;
    }

    String happens(LatchkeyEvent event) {
        var eventId = anId();
        delivered(eventId, event);
        return eventId;
    }

    void delivered(String eventId, LatchkeyEvent event) {
        transaction.executeWithoutResult(status -> courier.react(event, eventId, clock.instant(), origin));
    }

    void erased(String account) {
        sealer.destroy("account:" + account);
        happens(new AccountErased(account));
    }

    LatchkeyEvent mailboxCode(String account) {
        return new MailboxCodeIssued(
                account,
                seal(account, "MailboxCodeIssued/code/" + account, CODE),
                seal(account, "MailboxCodeIssued/link/" + account, TOKEN),
                clock.instant().plus(Duration.ofMinutes(30)));
    }

    LatchkeyEvent signInCode(String account) {
        return new EmailCodeIssued(
                account,
                anId(),
                seal(account, "EmailCodeIssued/code/" + account, CODE),
                clock.instant().plus(Duration.ofMinutes(10)));
    }

    LatchkeyEvent recovery(String account, boolean known, boolean knownClient) {
        var id = "01890000-0000-7000-8000-0000000000aa";
        return new RecoveryStarted(
                id,
                account,
                known,
                knownClient,
                "2026-1",
                seal(account, "RecoveryStarted/code/" + id, CODE),
                seal(account, "RecoveryStarted/link/" + id, TOKEN),
                clock.instant().plus(Duration.ofMinutes(30)));
    }

    String seal(String account, String context, String plain) {
        return sealer.seal("account:" + account, context, plain);
    }

    /** Sends what is due, as the scheduler would. */
    List<Envelope> delivery() {
        var before = carried.size();
        var due = jdbc.sql(
                        "select mail_id from outbox where state = 'PENDING' and next_at <= ? order by created_at, kind")
                .param(OutboxTable.time(clock.instant()))
                .query(UUID.class)
                .list();
        due.forEach(sender::send);
        return List.copyOf(carried.subList(before, carried.size()));
    }

    List<String> kinds(State state) {
        return jdbc.sql("select kind from outbox where state = ? order by created_at, kind")
                .param(state.name())
                .query(String.class)
                .list();
    }

    Queued only(Kind kind) {
        var id = jdbc.sql("select mail_id from outbox where kind = ?")
                .param(kind.name())
                .query(UUID.class)
                .single();
        return table.find(id).orElseThrow();
    }

    private MetaData visitor() {
        return MetaData.with(Origin.AGENT, sealer.seal("client:2026-11", "Origin/agent", FIREFOX))
                .and(Origin.CLIENT, sealer.seal("client:2026-11", "Origin/client", "203.0.113.7"));
    }

    private static JdbcClient emptied(JdbcClient jdbc) {
        jdbc.sql("truncate outbox, addressee, wrong_factor, scheduled_tasks, data_key")
                .update();
        return jdbc;
    }

    private static KeyRing keys() {
        try {
            var keys = new Properties();
            keys.load(new StringReader(GeneratedKeys.text()));
            return KeyRing.from(keys::getProperty);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
