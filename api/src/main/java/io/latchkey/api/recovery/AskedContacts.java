package io.latchkey.api.recovery;

import io.latchkey.command.ContactsAsked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The recovery contacts were asked; the code is shown this once. */
record AskedContacts(
        @Schema(description = "To be read out to each contact, by voice", example = "123 456")
        String voiceCode,

        @Schema(description = "Bearer token for the routes of this recovery, from here on")
        String handle,

        @Schema(description = "So many contacts must approve")
        int approvals,

        @Schema(description = "Until then") Instant expiresAt) {

    static AskedContacts of(ContactsAsked asked, String handle) {
        return new AskedContacts(asked.voiceCode(), handle, asked.approvals(), asked.expiresAt());
    }

    @Override
    public String toString() {
        return "AskedContacts[hidden]";
    }
}
