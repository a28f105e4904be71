package io.latchkey.secret;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** The table of data keys without a database: real sealing, where what is tested is not the store. */
public final class KeysInMemory extends DataKeyTable {

    private record Held(Row row, @Nullable String kekId, boolean destroyed) {}

    private final List<Held> held = new ArrayList<>();

    KeysInMemory() {
        super(null, null);
    }

    public static Sealer sealer(KeyRing keys) {
        return new Sealer(new KeysInMemory().node(keys, Ticker.systemTicker()));
    }

    DataKeys node(KeyRing keys, Ticker ticker) {
        return new DataKeys(this, new KeyWrap(keys), new KeyCache(ticker), TransactionOperations.withoutTransaction());
    }

    @Override
    synchronized Optional<Row> byId(UUID id) {
        return rows(held -> held.row.keyId().equals(id)).findFirst();
    }

    @Override
    synchronized Optional<Row> byOwner(String owner) {
        return rows(held -> held.row.owner().equals(owner) && (!held.destroyed || owner.startsWith("account:")))
                .findFirst();
    }

    @Override
    synchronized void add(UUID id, String owner, String kekId, String wrapped) {
        if (byOwner(owner).isEmpty()) {
            held.add(new Held(new Row(id, owner, wrapped), kekId, false));
        }
    }

    @Override
    synchronized void addTombstone(UUID id, String owner) {
        if (byOwner(owner).isEmpty()) {
            held.add(new Held(new Row(id, owner, null), null, true));
        }
    }

    @Override
    synchronized void destroy(String owner) {
        change(
                held -> held.row.owner().equals(owner) && !held.destroyed,
                held -> new Held(new Row(held.row.keyId(), owner, null), null, true));
    }

    @Override
    synchronized List<Row> notWrappedBy(String kekId) {
        return rows(held -> held.kekId != null && !held.kekId.equals(kekId)).toList();
    }

    @Override
    synchronized int rewrap(Row read, String kekId, String wrapped) {
        return change(
                held -> held.row.equals(read),
                held -> new Held(new Row(read.keyId(), read.owner(), wrapped), kekId, false));
    }

    private java.util.stream.Stream<Row> rows(Predicate<Held> which) {
        return held.stream().filter(which).map(Held::row);
    }

    private int change(Predicate<Held> which, UnaryOperator<Held> to) {
        int changed = (int) held.stream().filter(which).count();
        held.replaceAll(one -> which.test(one) ? to.apply(one) : one);
        return changed;
    }
}
