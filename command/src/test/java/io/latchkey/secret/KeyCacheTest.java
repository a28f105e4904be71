package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeyCacheTest {

    private final AtomicLong nanos = new AtomicLong();
    private final KeyCache cache = new KeyCache(nanos::get);
    private final DataKey key = key("1", ANN);

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void a_key_is_remembered_for_less_than_ten_seconds() {
        cache.rememberForSealing(key);
        cache.rememberForOpening(key);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(cache.byOwner(ANN)).contains(key);
        assertThat(cache.byId("1")).contains(key);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(cache.byOwner(ANN)).isEmpty();
        assertThat(cache.byId("1")).isEmpty();
    }

    @Test
    void a_forgotten_owner_takes_all_its_keys_along_and_nobody_elses() {
        var other = key("2", BOB);
        cache.rememberForSealing(key);
        cache.rememberForOpening(key);
        cache.rememberForOpening(other);
        cache.forget(ANN);

        assertThat(cache.byOwner(ANN)).isEmpty();
        assertThat(cache.byId("1")).isEmpty();
        assertThat(cache.byId("2")).contains(other);
    }

    @Test
    void inside_a_transaction_a_key_opens_at_once_and_seals_after_the_commit() {
        TransactionSynchronizationManager.initSynchronization();
        cache.rememberForSealing(key);
        cache.rememberForOpening(key);
        assertThat(cache.byId("1")).contains(key);
        assertThat(cache.byOwner(ANN)).isEmpty();

        commit();
        assertThat(cache.byOwner(ANN)).contains(key);
    }

    @Test
    void a_tombstone_is_remembered_after_the_commit_only() {
        var tombstone = new DataKey("1", ANN, null);
        TransactionSynchronizationManager.initSynchronization();
        cache.rememberForOpening(tombstone);
        assertThat(cache.byId("1")).isEmpty();

        commit();
        assertThat(cache.byId("1")).contains(tombstone);
    }

    @Test
    void what_another_read_again_before_the_commit_is_forgotten_with_it() {
        cache.rememberForOpening(key);
        TransactionSynchronizationManager.initSynchronization();
        cache.forget(ANN);
        assertThat(cache.byId("1")).isEmpty();
        cache.rememberForOpening(key);

        commit();
        assertThat(cache.byId("1")).isEmpty();
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
    }

    private static DataKey key(String id, String owner) {
        var secret = new OctetSequenceKey.Builder(new byte[32]).keyID(id).build();
        return new DataKey(id, owner, secret);
    }
}
