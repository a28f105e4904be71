package io.latchkey.command.account;

import io.latchkey.command.AccountCommand;
import io.latchkey.command.Outcome;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Repository;

/** The door through which a recovery asks its account, and an account one of staff, inside the same unit of work. */
public final class Accounts {

    private final Supplier<Repository<Account>> repository;

    /** Fetched when it is needed: accounts themselves ask through it, so it is made before their repository. */
    Accounts(Supplier<Repository<Account>> repository) {
        this.repository = repository;
    }

    /** Opens a decoy when there is no such account, so that unknown identifiers take the same path. */
    public Outcome ask(String accountId, AccountCommand question) {
        try {
            var account = repository.get().loadOrCreate(accountId, Account::new);
            return (Outcome) account.handle(new GenericCommandMessage<>(question));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the account could not be asked", failure);
        }
    }
}
