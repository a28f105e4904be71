package io.latchkey.store;

import io.latchkey.command.Done;
import io.latchkey.command.Outcome;
import io.latchkey.command.RecordReading;
import io.latchkey.command.RecordReplayFinished;
import io.latchkey.command.RecordReplayStarted;
import io.latchkey.event.ReplayFinished;
import io.latchkey.event.ReplayStarted;
import io.latchkey.event.TrailEvent;
import io.latchkey.event.TrailRead;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;

/** Writes what happens around the trail itself. */
final class TrailRecorder {

    private final EventGateway events;

    TrailRecorder(EventGateway events) {
        this.events = events;
    }

    @CommandHandler
    Outcome decide(RecordReading wish) {
        return record(new TrailRead(wish.readerId(), wish.question(), wish.accountId(), wish.records()));
    }

    @CommandHandler
    Outcome decide(RecordReplayStarted wish) {
        return record(new ReplayStarted(wish.replayId(), wish.requestedBy(), wish.reason()));
    }

    @CommandHandler
    Outcome decide(RecordReplayFinished wish) {
        return record(new ReplayFinished(wish.replayId(), wish.events()));
    }

    private Outcome record(TrailEvent event) {
        events.publish(event);
        return new Done();
    }
}
