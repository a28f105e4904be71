package io.latchkey.api.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written when a mail is queued. */
record Draft(
        Mail mail,
        State state,
        @Nullable String recipientDigest,
        @Nullable String sealedRecipient,
        @Nullable String sealedLetter,
        Instant now,
        Instant due) {}
