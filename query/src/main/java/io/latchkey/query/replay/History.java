package io.latchkey.query.replay;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.query.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** All events from the first one on, read beside the processors: it touches no token. */
final class History implements AutoCloseable {

    private static final int BATCH = 1000;

    private final BlockingStream<TrackedEventMessage<?>> stream;

    History(StreamableMessageSource<TrackedEventMessage<?>> source) {
        stream = source.openStream(source.createTailToken());
    }

    /** The next events; few or none at the end of what there is. */
    List<Fact> next(int patienceMillis) throws InterruptedException {
        var facts = new ArrayList<Fact>();
        while (facts.size() < BATCH
                && stream.hasNextAvailable(facts.isEmpty() ? patienceMillis : 0, TimeUnit.MILLISECONDS)) {
            var event = stream.nextAvailable();
            if (LatchkeyEvent.class.isAssignableFrom(event.getPayloadType())) {
                facts.add(Fact.of(event));
            }
        }
        return facts;
    }

    @Override
    public void close() {
        stream.close();
    }
}
