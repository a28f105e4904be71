package io.latchkey.command.account;

/** Who helps a holder back in, and what each of them takes. */
sealed interface Help permits OrganizersHelp, ContactsHelp {}
