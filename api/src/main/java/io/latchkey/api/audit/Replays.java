package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.command.Done;
import io.latchkey.command.RecordReplayFinished;
import io.latchkey.command.RecordReplayStarted;
import io.latchkey.query.replay.Rebuild;
import io.latchkey.query.replay.ReplayRunning;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Starts a rebuild on this node and sees that its begin and its end are on the trail. */
@Component
class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Messages messages;
    private final ObjectProvider<Rebuild> rebuild;

    Replays(Messages messages, ObjectProvider<Rebuild> rebuild) {
        this.messages = messages;
        this.rebuild = rebuild;
    }

    Mono<Void> start(RecordReplayStarted start) {
        return messages.offLoop(() -> begin(start))
                .onErrorMap(ReplayRunning.class, running -> new Refusal(ProblemType.CONFLICT))
                .flatMap(running -> Door.HOLDER
                        .expect(Done.class, messages.send(start))
                        .doOnSuccess(done -> recordEnd(start.replayId(), running))
                        .then());
    }

    /** Only a node with the role query can rebuild. */
    private CompletableFuture<Long> begin(RecordReplayStarted start) {
        var here = rebuild.getIfAvailable();
        if (here == null) {
            throw new Refusal(ProblemType.TEMPORARILY_UNAVAILABLE);
        }
        return here.begin(start.replayId(), start.requestedBy(), start.reason());
    }

    private void recordEnd(String replayId, CompletableFuture<Long> running) {
        Mono.fromFuture(running)
                .flatMap(events -> messages.send(new RecordReplayFinished(replayId, events)))
                .subscribe(
                        done -> {},
                        failure -> LOG.warn("the end of rebuild {} is not on the trail", replayId, failure));
    }
}
