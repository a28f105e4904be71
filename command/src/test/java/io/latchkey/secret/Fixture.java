package io.latchkey.secret;

import com.github.benmanes.caffeine.cache.Ticker;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** One real database for all tests, emptied for each; its sealers stand for nodes with caches of their own. */
final class Fixture {

    static final String ANN = "account:01890000-0000-7000-8000-000000000001";
    static final String BOB = "account:01890000-0000-7000-8000-000000000002";
    static final String MONTH = "client:2026-11";
    static final String PLACE = "TotpEnrolled/seed/01890000-0000-7000-8000-000000000001";
    static final String OLD_KEK = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    static final String NEW_KEK = "IAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    /** Started only by who asks for more than keys. */
    private static final class Database {
        static final DataSource SOURCE = TestPostgres.database();
    }

    final JdbcClient jdbc = JdbcClient.create(Database.SOURCE);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(Database.SOURCE));
    private final TransactionTemplate apart = new TransactionTemplate(
            transaction.getTransactionManager(),
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    final DataKeyTable table = new DataKeyTable(jdbc, NOON);
    private final AtomicLong nanos = new AtomicLong();

    Fixture() {
        jdbc.sql("truncate data_key").update();
    }

    Sealer node(String kek) {
        return new Sealer(dataKeys(kek));
    }

    DataKeys dataKeys(String kek) {
        return dataKeys(kek, apart);
    }

    /** A node that makes keys in the transaction of the test, for those who need many. */
    Sealer quickNode(String kek) {
        return new Sealer(dataKeys(kek, TransactionOperations.withoutTransaction()));
    }

    private DataKeys dataKeys(String kek, TransactionOperations making) {
        return new DataKeys(table, new KeyWrap(keys(kek)), new KeyCache(ticker()), making);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    long count(String condition) {
        return jdbc.sql("select count(*) from data_key where " + condition)
                .query(Long.class)
                .single();
    }

    static KeyRing keys(String kek) {
        return KeyRing.of(
                kek,
                "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "AgECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                signing());
    }

    /** The key of RFC 7515, appendix A.3. */
    static String signing() {
        return """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""";
    }

    private Ticker ticker() {
        return nanos::get;
    }
}
