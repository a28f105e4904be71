package io.latchkey.query.contacts;

import java.util.List;

/** The recovery contacts of one account, and those who were asked and have not answered. */
public record Contacts(List<ContactLine> contacts) {}
