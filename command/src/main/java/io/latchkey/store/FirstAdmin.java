package io.latchkey.store;

import io.latchkey.command.BootstrapTokens;
import io.latchkey.secret.Hashing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time tokens for the first admin; after the first is spent there is never another. */
public final class FirstAdmin implements BootstrapTokens {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Hashing hashing;
    private final SecureRandom random;
    private final Clock clock;

    FirstAdmin(JdbcClient jdbc, Hashing hashing, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.random = random;
        this.clock = clock;
    }

    /** A fresh token (43 characters), readable this once, or empty when there is an admin already. */
    public Optional<String> issue() {
        if (spent()) {
            return Optional.empty();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into bootstrap_token (digest, issued_at) values (?, ?)")
                .params(digest(token), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(token);
    }

    public String digest(String token) {
        return hashing.keyed("bootstrap:v1", token);
    }

    @Override
    public boolean spend(String tokenDigest) {
        var known = jdbc.sql("select count(*) from bootstrap_token where digest = ?")
                .param(tokenDigest)
                .query(Integer.class)
                .single();
        if (known == 0) {
            return false;
        }
        return end();
    }

    /** No token is good any more; false when that was so before. */
    boolean end() {
        int first = jdbc.sql("insert into bootstrap_spent (once, spent_at) values (true, ?) on conflict do nothing")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from bootstrap_token").update();
        return first == 1;
    }

    private boolean spent() {
        return jdbc.sql("select count(*) from bootstrap_spent")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
