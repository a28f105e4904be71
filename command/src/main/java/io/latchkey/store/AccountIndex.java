package io.latchkey.store;

import io.latchkey.command.Identifiers;
import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the account of an address; an unknown address gets the id of a decoy that is its own for one day. */
public final class AccountIndex implements Identifiers {

    /** The id to go on with, and whether it is an account. */
    public record Found(AccountId accountId, boolean known) {}

    private final JdbcClient jdbc;
    private final Hashing hashing;
    private final Clock clock;

    AccountIndex(JdbcClient jdbc, Hashing hashing, Clock clock) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** Reads the database: never call it on an event loop. */
    public Found find(EmailAddress address) {
        var lookup = hashing.lookup(address);
        var decoy = decoy(lookup);
        return owner(lookup).map(id -> new Found(id, true)).orElseGet(() -> new Found(decoy, false));
    }

    @Override
    public boolean claim(String lookup, AccountId accountId) {
        jdbc.sql("insert into identifier (lookup, account_id, claimed_at) values (?, ?, ?) on conflict do nothing")
                .params(
                        lookup,
                        UUID.fromString(accountId.value()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return owner(lookup).filter(accountId::equals).isPresent();
    }

    @Override
    public void release(AccountId accountId) {
        jdbc.sql("delete from identifier where account_id = ?")
                .param(UUID.fromString(accountId.value()))
                .update();
    }

    private Optional<AccountId> owner(String lookup) {
        return jdbc.sql("select account_id from identifier where lookup = ?")
                .param(lookup)
                .query(UUID.class)
                .optional()
                .map(id -> new AccountId(id.toString()));
    }

    /** A UUID of version 8 (RFC 9562): nobody without the index key can tell whose it is. */
    private AccountId decoy(String lookup) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var digest = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hashing.keyed("decoy:v1", day, lookup)));
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new AccountId(new UUID(high, low).toString());
    }
}
