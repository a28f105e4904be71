package io.latchkey.api.storm;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A place in the service at which it can be held and killed. */
enum Moment {
    BEFORE_APPEND(Moment.ENGINE, "appendEvents(java.util.List,org.axonframework.serialization.Serializer)", "ENTRY"),
    APPENDED_NOT_COMMITTED(
            Moment.ENGINE, "appendEvents(java.util.List,org.axonframework.serialization.Serializer)", "EXIT"),
    COMMITTED_NOT_ANSWERED("io.latchkey.api.Messages", "seen", "ENTRY"),
    MAIL_SENT_NOT_MARKED("io.latchkey.api.mail.OutboxTable", "sent", "ENTRY"),
    PROJECTED_WITHOUT_TOKEN("io.latchkey.query.model.Memory", "project", "EXIT"),
    DEADLINE_DUE(
            "io.latchkey.command.recovery.Recovery",
            "decide(io.latchkey.command.ExpireRecovery,io.latchkey.command.Means)",
            "ENTRY"),
    ACCOUNT_DECIDED_RECOVERY_NOT("io.latchkey.command.account.Accounts", "ask", "EXIT"),
    KEY_CLAIMED("io.latchkey.store.OnceOnly", "claim", "EXIT"),
    MAIL_QUEUED_WITHOUT_TOKEN("io.latchkey.api.mail.Outbox", "put", "EXIT"),
    MAIL_DRAFTED("io.latchkey.api.mail.FilesCarrier", "write", "EXIT"),
    DEADLINE_SET("io.latchkey.store.Deadlines", "react", "EXIT"),
    DATA_KEY_MADE("io.latchkey.secret.DataKeyTable", "add", "EXIT");

    private static final String ENGINE = "org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine";

    private final String type;
    private final String method;
    private final String at;

    Moment(String type, String method, String at) {
        this.type = type;
        this.method = method;
        this.at = at;
    }

    /** The rules that hold a service at every one of these places when it is told to. */
    static String script() {
        return Arrays.stream(values()).map(Moment::rule).collect(Collectors.joining("\n"));
    }

    private String rule() {
        return rule(name(), type, method, at);
    }

    static String rule(String name, String type, String method, String at) {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                HELPER %s
                AT %s
                IF TRUE
                DO here("%s")
                ENDRULE
                """.formatted(name, type, method, Held.class.getName(), at, name);
    }
}
