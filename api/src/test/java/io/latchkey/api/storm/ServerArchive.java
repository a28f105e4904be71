package io.latchkey.api.storm;

import static java.util.stream.Collectors.joining;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.latchkey.api.journey.AxonServer;
import io.latchkey.api.journey.Client;
import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.event.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same evidence where an Axon Server keeps the events. */
final class ServerArchive extends Archive {

    private static final int PAGE = 500;
    private static final int SECONDS = 20;

    /** Axon Server does not even send what a reaction has no handler for, and its place stands still meanwhile. */
    private static final Map<String, List<String>> REACTS_TO = Map.of(
            "deadlines", List.of("RecoveryStarted", "SecondFactorResetStarted", "ContactAccepted"),
            "erasures", List.of("AccountErased"));

    private record Place(String processor, int segment, long at) {}

    private final JdbcClient jdbc;
    private final AxonServer server;
    private List<Event> events = List.of();

    ServerArchive(DataSource database, Path data, AxonServer server) {
        super(database, data);
        this.jdbc = JdbcClient.create(database);
        this.server = server;
    }

    @Override
    List<Fact> facts() {
        return events.stream().map(this::fact).toList();
    }

    /** What happened beside the aggregates is known by its own id, as in the trail. */
    private Fact fact(Event event) {
        var id = event.getMessageIdentifier();
        var aggregate = event.getAggregateIdentifier();
        return new Fact(
                id,
                aggregate.isEmpty() ? id : aggregate,
                event.getAggregateSequenceNumber(),
                name(event.getPayload().getType()),
                Instant.ofEpochMilli(event.getTimestamp()),
                Client.JSON.readTree(event.getPayload().getData().toStringUtf8()),
                operation(
                        event.getMetaDataMap().containsKey(Origin.AGENT)
                                ? event.getMetaDataOrThrow(Origin.AGENT).getTextValue()
                                : ""));
    }

    @Override
    long throttled() {
        var waiting = jdbc.sql("select coalesce(sum(attempts), 0) from throttled_attempt")
                .query(Long.class)
                .single();
        return waiting
                + facts().stream()
                        .filter(fact -> fact.type().equals("AttemptsThrottled"))
                        .mapToLong(fact -> fact.payload().path("count").asLong())
                        .sum();
    }

    /** Asks the server for the events, which the rest of the evidence is then about. */
    @Override
    public List<String> behind() {
        events = events();
        var types =
                events.stream().map(event -> name(event.getPayload().getType())).toList();
        return jdbc.sql("""
                        select processor_name as processor, segment,
                            coalesce((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, -1) as at
                        from token_entry where processor_name <> '__config'""").query(Place.class).list().stream()
                .filter(place -> place.at < last(types, REACTS_TO.get(place.processor)))
                .map(Place::toString)
                .toList();
    }

    private static long last(List<String> types, List<String> some) {
        return some == null
                ? types.size() - 1L
                : some.stream().mapToLong(types::lastIndexOf).max().orElse(-1);
    }

    @Override
    Map<String, String> places() {
        var places = super.places();
        places.put("Axon Server", events.stream().map(Event::toString).collect(joining("\n")));
        return places;
    }

    private List<Event> events() {
        return ask(channel -> {
            long last = channel.getLastToken().get(SECONDS, TimeUnit.SECONDS);
            var events = new ArrayList<Event>();
            try (var stream = channel.openStream(-1, PAGE)) {
                for (long at = -1; at < last; ) {
                    EventWithToken next = stream.nextIfAvailable(SECONDS, TimeUnit.SECONDS);
                    if (next == null) {
                        throw new IllegalStateException("Axon Server stopped at event " + at + " of " + last);
                    }
                    events.add(next.getEvent());
                    at = next.getToken();
                }
            }
            return events;
        });
    }

    private interface Question<R> {
        R to(EventChannel channel) throws Exception;
    }

    private <R> R ask(Question<R> question) {
        var door = server.door();
        try {
            return question.to(door.connect("default").eventChannel());
        } catch (Exception failed) {
            throw new IllegalStateException("Axon Server could not be read", failed);
        } finally {
            door.shutdown();
        }
    }
}
