package io.latchkey.api.mail;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event means for the mail of an account. */
sealed interface Rule {

    /** No mail, on purpose. */
    record None() implements Rule {}

    /** A secret that was sealed for the holder's mailbox. */
    record Code(
            Kind kind,
            String subjectId,
            SealedText code,
            @Nullable SealedText link,
            Instant expiresAt,
            Allowance allowance)
            implements Limited {}

    /** A link that was sealed for the holder's mailbox. */
    record Link(Kind kind, String subjectId, SealedText token, Instant expiresAt, Allowance allowance)
            implements Limited {}

    /** What is worthless after its time, and whose allowance it uses. */
    sealed interface Limited extends Rule {
        Instant expiresAt();

        Allowance allowance();
    }

    /** Something the holder must know; a detail is never a secret. */
    record Notice(Kind kind, Map<String, Object> details) implements Rule {}

    /** A notice that names something the holder has named. */
    record NamedNotice(Kind kind, SealedText name) implements Rule {}

    /** A notice of what comes then, with a link that stops it, or by which the holder goes on until then. */
    record Stoppable(Kind kind, String recoveryId, SealedText token, Instant until) implements Rule {}

    /** A notice once this has happened three times in one sign-in. */
    record Strike(String signInId, Factor factor) implements Rule {}

    /** The address of an account becomes known, proven, or is forgotten. */
    record NewAddressee(String sealedEmail) implements Rule {}

    record ProvenAddressee() implements Rule {}

    record Farewell() implements Rule {}

    /** A sealed text and the context it was sealed for. */
    record SealedText(String context, String sealed) {}
}
