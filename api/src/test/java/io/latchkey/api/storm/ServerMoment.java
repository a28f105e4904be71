package io.latchkey.api.storm;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A place at which a node on an Axon Server can be held and killed; the first is one that a store in PostgreSQL does not have. */
enum ServerMoment {
    EVENTS_COMMITTED_TABLES_NOT(
            "org.axonframework.axonserver.connector.event.axon.AxonServerEventStore$AxonIQEventStorageEngine",
            "commit",
            "EXIT"),
    COMMITTED_NOT_ANSWERED("io.latchkey.api.Messages", "seen", "ENTRY"),
    PROJECTED_WITHOUT_TOKEN("io.latchkey.query.model.Memory", "project", "EXIT"),
    MAIL_QUEUED_WITHOUT_TOKEN("io.latchkey.api.mail.Outbox", "put", "EXIT"),
    MAIL_SENT_NOT_MARKED("io.latchkey.api.mail.OutboxTable", "sent", "ENTRY"),
    KEY_CLAIMED("io.latchkey.store.OnceOnly", "claim", "EXIT");

    private final String type;
    private final String method;
    private final String at;

    ServerMoment(String type, String method, String at) {
        this.type = type;
        this.method = method;
        this.at = at;
    }

    static String script() {
        return Arrays.stream(values()).map(ServerMoment::rule).collect(Collectors.joining("\n"));
    }

    private String rule() {
        return Moment.rule(name(), type, method, at);
    }
}
