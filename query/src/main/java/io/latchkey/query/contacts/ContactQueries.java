package io.latchkey.query.contacts;

import org.axonframework.queryhandling.QueryHandler;

/** Answers who counts on whom. */
final class ContactQueries {

    private final ContactTable table;

    ContactQueries(ContactTable table) {
        this.table = table;
    }

    @QueryHandler
    Contacts answer(FindContacts query) {
        return new Contacts(table.contactsOf(query.accountId()));
    }

    @QueryHandler
    People answer(FindPeople query) {
        var account = query.accountId();
        return new People(table.peopleOf(account), table.approvalsOf(account));
    }
}
