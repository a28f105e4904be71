package io.latchkey.command.account;

import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the account on a node that has the role command. */
@Configuration(proxyBeanMethods = false)
@Import(Account.class)
public class AccountConfiguration {

    @Bean
    Accounts accounts(ObjectProvider<Repository<Account>> accountRepository) {
        return new Accounts(accountRepository::getObject);
    }
}
