package io.latchkey.api.mail;

import io.latchkey.value.EmailAddress;
import java.time.Instant;
import java.util.UUID;

/** A mail as a carrier takes it; the id makes its Message-ID, the same for every attempt. */
record Envelope(UUID id, EmailAddress to, Letter letter, Instant writtenAt) {

    @Override
    public String toString() {
        return "Envelope[hidden]";
    }
}
