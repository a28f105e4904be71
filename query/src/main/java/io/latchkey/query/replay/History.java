package io.latchkey.query.replay;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.query.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** All events from the first one on, read beside the processors: it touches no token. */
final class History implements AutoCloseable {

    private static final int BATCH = 1000;

    private static final int PATIENCE_MILLIS = 100;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("replay-reader-", 0).factory());
    private Future<List<Fact>> ahead;

    History(StreamableMessageSource<TrackedEventMessage<?>> source) {
        stream = source.openStream(source.createTailToken());
        ahead = reader.submit(this::read);
    }

    /** The next events; few or none at the end of what there is. The ones after them are read meanwhile. */
    List<Fact> next() throws InterruptedException {
        try {
            var facts = ahead.get();
            ahead = reader.submit(this::read);
            return facts;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the events could not be read", failure.getCause());
        }
    }

    private List<Fact> read() throws InterruptedException {
        var facts = new ArrayList<Fact>();
        while (facts.size() < BATCH
                && stream.hasNextAvailable(facts.isEmpty() ? PATIENCE_MILLIS : 0, TimeUnit.MILLISECONDS)) {
            var event = stream.nextAvailable();
            if (LatchkeyEvent.class.isAssignableFrom(event.getPayloadType())) {
                facts.add(Fact.of(event));
            }
        }
        return facts;
    }

    @Override
    public void close() {
        reader.close();
        stream.close();
    }
}
