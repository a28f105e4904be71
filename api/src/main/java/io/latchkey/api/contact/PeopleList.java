package io.latchkey.api.contact;

import io.latchkey.query.contacts.ApprovalLine;
import io.latchkey.query.contacts.People;
import io.latchkey.query.contacts.PersonLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose recovery contact the holder is or may be, and what waits for an approval. */
record PeopleList(List<Person> people, List<Approval> recoveries) {

    record Person(
            String contactId,
            String accountId,
            @Nullable String name,
            @Nullable @Schema(example = "a***@example.org") String mailbox,

            @Schema(allowableValues = {"asked", "accepted"}) String status,

            @Nullable @Schema(description = "It can be accepted until then")
            Instant expiresAt) {

        static Person of(PersonLine line) {
            boolean asked = line.acceptedAt() == null;
            return new Person(
                    line.contactId(),
                    line.accountId(),
                    line.name(),
                    line.mailbox(),
                    asked ? "asked" : "accepted",
                    asked ? line.expiresAt() : null);
        }

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    record Approval(
            String recoveryId,
            String accountId,
            @Nullable String name,
            @Nullable @Schema(example = "a***@example.org") String mailbox,
            Instant begunAt,
            Instant expiresAt,
            boolean approved) {

        static Approval of(ApprovalLine line) {
            return new Approval(
                    line.recoveryId(),
                    line.accountId(),
                    line.name(),
                    line.mailbox(),
                    line.begunAt(),
                    line.expiresAt(),
                    line.approved());
        }

        @Override
        public String toString() {
            return "Approval[hidden]";
        }
    }

    static PeopleList of(People people) {
        return new PeopleList(
                people.people().stream().map(Person::of).toList(),
                people.recoveries().stream().map(Approval::of).toList());
    }
}
