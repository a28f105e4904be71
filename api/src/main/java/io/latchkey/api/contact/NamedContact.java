package io.latchkey.api.contact;

/** The contact that was asked. */
record NamedContact(String contactId) {}
