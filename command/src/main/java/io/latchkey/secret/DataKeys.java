package io.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** One key per owner, made when it is first needed, gone for good when it is destroyed. */
final class DataKeys {

    private final DataKeyTable table;
    private final KeyWrap wrap;
    private final KeyCache cache;
    private final TransactionOperations apart;

    /** A key is made {@code apart}, so that it outlives the transaction that first needed it, as what it sealed may. */
    DataKeys(DataKeyTable table, KeyWrap wrap, KeyCache cache, TransactionOperations apart) {
        this.table = table;
        this.wrap = wrap;
        this.cache = cache;
        this.apart = apart;
    }

    DataKey forSealing(String owner) {
        return cache.byOwner(owner).orElseGet(() -> {
            var key = unwrapped(table.byOwner(owner).orElseGet(() -> apart.execute(status -> added(owner))));
            if (key.isDestroyed()) {
                throw new KeyDestroyed();
            }
            cache.rememberForSealing(key);
            return key;
        });
    }

    /** Nothing when no such key was ever made. */
    Optional<DataKey> forOpening(UUID id) {
        return cache.byId(id.toString()).or(() -> {
            var key = table.byId(id).map(this::unwrapped);
            key.ifPresent(cache::rememberForOpening);
            return key;
        });
    }

    /** As much work as to fetch a key for opening, for an owner who has sealed nothing: the time must not tell. */
    DataKey forPretending(String owner) {
        var id = UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8));
        return cache.byId(id.toString()).orElseGet(() -> {
            var wrapped = wrap.wrapFresh(id.toString(), owner);
            var key = unwrapped(table.byId(id).orElseGet(() -> new DataKeyTable.Row(id, owner, wrapped)));
            cache.rememberForOpening(key);
            return key;
        });
    }

    void destroy(String owner) {
        if (isAccount(owner)) {
            table.addTombstone(UUID.randomUUID(), owner);
        }
        table.destroy(owner);
        cache.forget(owner);
    }

    int rewrap() {
        var done = 0;
        for (var rows = table.notWrappedBy(wrap.newest()); !rows.isEmpty(); rows = table.notWrappedBy(wrap.newest())) {
            for (var row : rows) {
                done += rewrap(row);
            }
        }
        return done;
    }

    private int rewrap(DataKeyTable.Row row) {
        var wrapped = row.wrapped();
        if (wrapped == null) {
            return 0;
        }
        return table.rewrap(row, wrap.newest(), wrap.rewrap(row.keyId().toString(), row.owner(), wrapped));
    }

    private DataKeyTable.Row added(String owner) {
        var id = UUID.randomUUID();
        table.add(id, owner, wrap.newest(), wrap.wrapFresh(id.toString(), owner));
        return table.byOwner(owner)
                .orElseThrow(() -> new IllegalStateException("a data key vanished while it was made"));
    }

    private DataKey unwrapped(DataKeyTable.Row row) {
        var id = row.keyId().toString();
        var wrapped = row.wrapped();
        return new DataKey(id, row.owner(), wrapped == null ? null : wrap.unwrap(id, row.owner(), wrapped));
    }

    private static boolean isAccount(String owner) {
        return owner.startsWith("account:");
    }
}
