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
            implements Rule {}

    /** Something the holder must know; a detail is never a secret. */
    record Notice(Kind kind, Map<String, Object> details) implements Rule {}

    /** A notice that names something the holder has named. */
    record NamedNotice(Kind kind, SealedText name) implements Rule {}

    /** A notice with a link that does something until then: what comes then it stops. */
    record Stoppable(Kind kind, String subjectId, SealedText token, Instant until) implements Rule {}

    /** A notice once this has happened three times in one sign-in. */
    record Strike(String signInId, Factor factor) implements Rule {}

    /** The address of an account becomes known, proven, or is forgotten. */
    record NewAddressee(String sealedEmail) implements Rule {}

    record ProvenAddressee() implements Rule {}

    record Farewell() implements Rule {}

    /** A sealed text and the context it was sealed for. */
    record SealedText(String context, String sealed) {}
}
