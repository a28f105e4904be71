package io.latchkey.query.accounts;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what an account has. */
final class AccountQueries {

    private final AccountTable accounts;
    private final SessionTable sessions;

    AccountQueries(AccountTable accounts, SessionTable sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @QueryHandler
    @Nullable
    AccountOverview answer(FindAccount query) {
        return accounts.find(
                query.accountId(), sessions.ofAccount(query.accountId()).size());
    }

    @QueryHandler
    Sessions answer(FindSessions query) {
        return new Sessions(sessions.ofAccount(query.accountId()));
    }

    @QueryHandler
    Devices answer(FindDevices query) {
        return new Devices(accounts.devices(query.accountId()));
    }

    @QueryHandler
    SessionState answer(FindSessionState query) {
        return sessions.state(query);
    }

    @QueryHandler
    Staff answer(FindStaff query) {
        return new Staff(accounts.staff());
    }
}
