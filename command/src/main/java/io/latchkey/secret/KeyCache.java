package io.latchkey.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Unwrapped keys for some seconds. What a transaction might still take back is remembered only after its commit. */
final class KeyCache {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int SIZE = 10_000;

    private final Cache<String, DataKey> byOwner;
    private final Cache<String, DataKey> byId;

    KeyCache(Ticker ticker) {
        byOwner = cache(ticker);
        byId = cache(ticker);
    }

    Optional<DataKey> byOwner(String owner) {
        return Optional.ofNullable(byOwner.getIfPresent(owner));
    }

    Optional<DataKey> byId(String id) {
        return Optional.ofNullable(byId.getIfPresent(id));
    }

    /** An owner's key that is rolled back must not seal anything more: its row would be missing for ever. */
    void rememberForSealing(DataKey key) {
        afterCommit(() -> byOwner.put(key.owner(), key));
    }

    /** Opening is safe at once with a key, but a destruction that is rolled back must not look like one. */
    void rememberForOpening(DataKey key) {
        if (key.isDestroyed()) {
            afterCommit(() -> byId.put(key.id(), key));
        } else {
            byId.put(key.id(), key);
        }
    }

    /** Now and after the commit: in between another thread may have read the old row again. */
    void forget(String owner) {
        evict(owner);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            afterCommit(() -> evict(owner));
        }
    }

    private void evict(String owner) {
        byOwner.invalidate(owner);
        byId.asMap().values().removeIf(key -> key.owner().equals(owner));
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private static Cache<String, DataKey> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(SIZE)
                .ticker(ticker)
                .build();
    }
}
