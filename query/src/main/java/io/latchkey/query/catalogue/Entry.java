package io.latchkey.query.catalogue;

import io.latchkey.event.LatchkeyEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known about one kind of event; words in braces are filled in from the record. */
public record Entry(
        String type,
        Verdict outcome,
        String sentence,
        @Nullable Notice notice,
        Ocsf ocsf,
        List<Signal> signals,
        Retention retention,
        String since) {

    static Entry accepted(Class<? extends LatchkeyEvent> event, Ocsf ocsf, String sentence) {
        return of(event, Verdict.ACCEPTED, ocsf, sentence);
    }

    static Entry refused(Class<? extends LatchkeyEvent> event, Ocsf ocsf, String sentence) {
        return of(event, Verdict.REFUSED, ocsf, sentence);
    }

    static Entry info(Class<? extends LatchkeyEvent> event, Ocsf ocsf, String sentence) {
        return of(event, Verdict.INFO, ocsf, sentence);
    }

    private static Entry of(Class<? extends LatchkeyEvent> event, Verdict outcome, Ocsf ocsf, String sentence) {
        return new Entry(event.getSimpleName(), outcome, sentence, null, ocsf, List.of(), Retention.EVIDENCE, "1.0.0");
    }

    Entry tells(Notice kind) {
        return new Entry(type, outcome, sentence, kind, ocsf, signals, retention, since);
    }

    Entry signals(Signal... sent) {
        return new Entry(type, outcome, sentence, notice, ocsf, List.of(sent), retention, since);
    }

    Entry kept(Retention longEnough) {
        return new Entry(type, outcome, sentence, notice, ocsf, signals, longEnough, since);
    }
}
