package io.latchkey.secret;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of wrapped keys, on whatever connection and transaction the caller has. */
class DataKeyTable {

    record Row(UUID keyId, String owner, @Nullable String wrapped) {
        @Override
        public String toString() {
            return "Row[hidden]";
        }
    }

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    DataKeyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> byId(UUID id) {
        return jdbc.sql("select key_id, owner, wrapped from data_key where key_id = :id")
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    Optional<Row> byOwner(String owner) {
        return jdbc.sql("""
                        select key_id, owner, wrapped from data_key
                        where owner = :owner and (destroyed_at is null or owner like 'account:%')""").param("owner", owner).query(Row.class).optional();
    }

    /** Does nothing when the owner has a key or a tombstone: of two nodes the first one wins. */
    void add(UUID id, String owner, String kekId, String wrapped) {
        jdbc.sql("""
                        insert into data_key (key_id, owner, kek_id, wrapped, created_at)
                        values (:id, :owner, :kek, :wrapped, :now) on conflict do nothing""")
                .param("id", id)
                .param("owner", owner)
                .param("kek", kekId)
                .param("wrapped", wrapped)
                .param("now", now())
                .update();
    }

    void addTombstone(UUID id, String owner) {
        jdbc.sql("""
                        insert into data_key (key_id, owner, created_at, destroyed_at)
                        values (:id, :owner, :now, :now) on conflict do nothing""").param("id", id).param("owner", owner).param("now", now()).update();
    }

    void destroy(String owner) {
        jdbc.sql("""
                        update data_key set wrapped = null, kek_id = null, destroyed_at = :now
                        where owner = :owner and destroyed_at is null""").param("owner", owner).param("now", now()).update();
    }

    List<Row> notWrappedBy(String kekId) {
        return jdbc.sql("""
                        select key_id, owner, wrapped from data_key
                        where wrapped is not null and kek_id <> :kek limit :batch""")
                .param("kek", kekId)
                .param("batch", BATCH)
                .query(Row.class)
                .list();
    }

    /** Compares with what was read, so that a key destroyed in between stays destroyed. */
    int rewrap(Row read, String kekId, String wrapped) {
        return jdbc.sql("""
                        update data_key set wrapped = :wrapped, kek_id = :kek
                        where key_id = :id and wrapped = :read""")
                .param("wrapped", wrapped)
                .param("kek", kekId)
                .param("id", read.keyId())
                .param("read", read.wrapped())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
