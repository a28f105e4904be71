package io.latchkey.query.accounts;

import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Projection;
import io.latchkey.query.model.Writes;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is remembered of accounts. An unknown address has no account, so its decoy leaves nothing here. */
public final class AccountModels implements Projection {

    private final JdbcTemplate jdbc;

    public AccountModels(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Fact> facts) {
        var writes = new Writes(jdbc);
        for (var fact : facts) {
            writes.about(fact.aggregateId());
            AccountView.project(fact, writes);
            AuthenticatorView.project(fact, writes);
            SessionView.project(fact, writes);
            DeviceView.project(fact, writes);
            ResetView.project(fact, writes);
            LossView.project(fact, writes);
            PowerView.project(fact, writes);
        }
        writes.flush();
    }

    @Override
    public void forget() {
        jdbc.execute("truncate account_view, authenticator_view, session_view, device_view");
    }
}
