package io.latchkey.query.accounts;

import io.latchkey.query.model.Unsealed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The masked addresses of accounts, so that a reader sees a person and not an id. */
public final class Mailboxes {

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;

    Mailboxes(JdbcTemplate jdbc, Unsealed unsealed) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
    }

    /** By account id; an unknown or erased account is not in it. */
    public Map<String, String> masked(Collection<String> accountIds) {
        var masked = new HashMap<String, String>();
        jdbc.query(
                "select account_id, sealed_email from account_view where account_id = any(?)",
                row -> {
                    var id = row.getString(1);
                    var mailbox = unsealed.mailbox(id, row.getString(2));
                    if (mailbox != null) {
                        masked.put(id, mailbox);
                    }
                },
                (Object) accountIds.toArray(String[]::new));
        return masked;
    }
}
