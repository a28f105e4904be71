package io.latchkey.command.account;

import io.latchkey.command.AccountCommand;
import io.latchkey.command.Outcome;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Repository;

/** The door through which a recovery asks its account, inside the same unit of work. */
public final class Accounts {

    private final Repository<Account> repository;

    Accounts(Repository<Account> repository) {
        this.repository = repository;
    }

    /** Opens a decoy when there is no such account, so that unknown identifiers take the same path. */
    public Outcome ask(String accountId, AccountCommand question) {
        try {
            var account = repository.loadOrCreate(accountId, Account::new);
            return (Outcome) account.handle(new GenericCommandMessage<>(question));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the account could not be asked", failure);
        }
    }
}
