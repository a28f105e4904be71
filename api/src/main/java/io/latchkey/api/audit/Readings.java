package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.Done;
import io.latchkey.command.RecordReading;
import io.latchkey.query.audit.TrailRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever watches is watched: what staff read is on the trail before they see it. */
@Component
class Readings {

    private static final String OWN = "TrailRead";

    private final Messages messages;

    Readings(Messages messages) {
        this.messages = messages;
    }

    /** A follower is not recorded for seeing nothing, or nothing but its own readings: it would never come to rest. */
    Mono<Void> note(Caller caller, TrailQuestion question, List<TrailRecord> records) {
        var reader = caller.accountId().value();
        boolean nothingNew = question.follow()
                && records.stream()
                        .allMatch(line ->
                                line.type().equals(OWN) && line.actor().id().equals(reader));
        return nothingNew ? Mono.empty() : note(caller, question.summary(), question.account(), records.size());
    }

    Mono<Void> note(Caller caller, String question, @Nullable String accountId, int records) {
        var wish = new RecordReading(caller.accountId().value(), question, accountId, records);
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }
}
