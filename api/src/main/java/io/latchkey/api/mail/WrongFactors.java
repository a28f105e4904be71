package io.latchkey.api.mail;

import io.latchkey.value.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts wrong second factors for each sign-in. */
final class WrongFactors {

    static final int WORTH_A_NOTICE = 3;

    private final JdbcClient jdbc;

    WrongFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(String signInId, AccountId account, Instant at) {
        return jdbc.sql("""
                        insert into wrong_factor (sign_in_id, account_id, times, last_at) values (?, ?, 1, ?)
                        on conflict (sign_in_id) do update
                        set times = wrong_factor.times + 1, last_at = excluded.last_at
                        returning times""")
                .params(UUID.fromString(signInId), UUID.fromString(account.value()), at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from wrong_factor where account_id = ?")
                .param(UUID.fromString(account.value()))
                .update();
    }

    void forgetBefore(Instant end) {
        jdbc.sql("delete from wrong_factor where last_at < ?")
                .param(end.atOffset(ZoneOffset.UTC))
                .update();
    }
}
