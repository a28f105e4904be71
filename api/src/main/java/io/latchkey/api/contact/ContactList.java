package io.latchkey.api.contact;

import io.latchkey.query.contacts.ContactLine;
import io.latchkey.query.contacts.Contacts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recovery contacts of the holder. */
record ContactList(List<Contact> contacts) {

    record Contact(
            String contactId,
            @Nullable String name,

            @Schema(allowableValues = {"asked", "accepted", "gone"})
            String status,

            @Nullable @Schema(description = "From then on the approval of this contact counts")
            Instant countsFrom,

            @Nullable @Schema(description = "Who was asked can accept until then")
            Instant expiresAt) {

        static Contact of(ContactLine line) {
            boolean asked = line.acceptedAt() == null;
            return new Contact(
                    line.contactId(), line.name(), status(line), line.countsFrom(), asked ? line.expiresAt() : null);
        }

        private static String status(ContactLine line) {
            return line.acceptedAt() == null ? "asked" : line.gone() ? "gone" : "accepted";
        }

        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }

    static ContactList of(Contacts contacts) {
        return new ContactList(contacts.contacts().stream().map(Contact::of).toList());
    }
}
