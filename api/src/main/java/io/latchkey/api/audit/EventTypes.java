package io.latchkey.api.audit;

import io.latchkey.event.Reason;
import io.latchkey.query.catalogue.Catalogue;
import io.latchkey.query.catalogue.Entry;
import io.latchkey.query.catalogue.Signal;
import io.latchkey.query.catalogue.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The catalogue: every type and every reason there is. */
record EventTypes(List<EventType> types, List<ReasonInWords> reasons) {

    record EventType(
            String type,
            String outcome,

            @Schema(description = "What support may tell a customer; words in braces come from the record")
            String sentence,

            @Schema(description = "Which notice the holder gets by mail, if any") @Nullable
            String notice,

            OutsideClass ocsf,

            @Schema(description = "The CAEP and RISC events it is to other services")
            List<String> signals,

            String retention,

            @Schema(description = "The version that brought it")
            String since) {

        static EventType of(Entry entry) {
            var notice = entry.notice();
            return new EventType(
                    entry.type(),
                    entry.outcome().name(),
                    entry.sentence(),
                    notice == null ? null : spelled(notice),
                    new OutsideClass(
                            entry.ocsf().classUid(),
                            entry.ocsf().activityId(),
                            entry.ocsf().typeUid()),
                    entry.signals().stream().map(Signal::uri).toList(),
                    spelled(entry.retention()),
                    entry.since());
        }
    }

    /** OCSF 1.8.0. */
    record OutsideClass(int classUid, int activityId, int typeUid) {}

    record ReasonInWords(String reason, String sentence) {}

    static EventTypes all() {
        return new EventTypes(
                Catalogue.entries().stream().map(EventType::of).toList(),
                Arrays.stream(Reason.values())
                        .map(reason -> new ReasonInWords(reason.name(), Words.of(reason)))
                        .toList());
    }

    private static String spelled(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
