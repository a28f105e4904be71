package io.latchkey.api.mail;

import io.latchkey.secret.Sealer;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the mail of an account goes; kept here so that a mail never waits for a read model. */
final class Addressees {

    /** An address and whether its owner has proven it. */
    record Addressee(AccountId accountId, EmailAddress address, boolean verified) {}

    private record Row(String sealedEmail, boolean verified) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;

    Addressees(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    void add(AccountId account, String sealedEmail) {
        jdbc.sql("insert into addressee (account_id, sealed_email) values (?, ?) on conflict do nothing")
                .params(uuid(account), sealedEmail)
                .update();
    }

    void verify(AccountId account) {
        jdbc.sql("update addressee set verified = true where account_id = ?")
                .param(uuid(account))
                .update();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from addressee where account_id = ?")
                .param(uuid(account))
                .update();
    }

    /** Empty for a decoy and for an account that was erased. */
    Optional<Addressee> find(AccountId account) {
        return jdbc.sql("select sealed_email, verified from addressee where account_id = ?")
                .param(uuid(account))
                .query(Row.class)
                .optional()
                .flatMap(row -> sealer.open("AccountRegistered/email/" + account.value(), row.sealedEmail)
                        .map(email -> new Addressee(account, new EmailAddress(email), row.verified)));
    }

    private static UUID uuid(AccountId account) {
        return UUID.fromString(account.value());
    }
}
