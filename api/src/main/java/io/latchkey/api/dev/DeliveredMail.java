package io.latchkey.api.dev;

import java.time.Instant;

/** A mail as the page shows it. */
record DeliveredMail(String id, String to, String subject, Instant receivedAt, String text) {

    @Override
    public String toString() {
        return "DeliveredMail[hidden]";
    }
}
