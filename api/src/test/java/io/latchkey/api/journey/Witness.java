package io.latchkey.api.journey;

import io.latchkey.api.journey.WatchedClient.Exchange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Remembers every personal and secret text that went to the service or came from it. */
final class Witness implements Consumer<Exchange> {

    /** Fields that say nothing about a person and open nothing. Every other field must not be seen elsewhere. */
    private static final Set<String> HARMLESS = Set.of(
            "request kind",
            "request factor",
            "request algorithm",
            "request reason",
            "request setId",
            "request lost",
            "request notice",
            "request requestedBy",
            "answer accountId",
            "answer id",
            "answer setId",
            "answer backupSetId",
            "answer fingerprint",
            "answer backupSetFingerprint",
            "answer sessionId",
            "answer signInId",
            "answer recoveryId",
            "answer groupId",
            "answer contactId",
            "answer replayId",
            "answer tokenType",
            "answer scope",
            "answer factors",
            "answer missing",
            "answer mailbox",
            "answer needs",
            "answer expiresAt",
            "answer status",
            "answer completesAt",
            "answer now",
            // On a recovery kit, where the masked address is the only thing about a person besides code and label.
            "answer account",
            "answer issuer",
            "answer address",
            "answer madeOn",
            "answer use",
            "answer keep",
            "answer contact");

    private static final Pattern WORTHLESS = Pattern.compile(".{0,5}|\\d{1,3}");

    /** What it is called, and every value it had. */
    final Map<String, Set<String>> values = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Method, path and field of what the service took. */
    final Set<String> accepted = Collections.synchronizedSet(new LinkedHashSet<>());

    /** What it said when it refused. */
    final StringBuffer refusals = new StringBuffer();

    final StringBuffer headers = new StringBuffer();

    @Override
    public void accept(Exchange exchange) {
        var answer = exchange.answer();
        headers.append(answer.response().headers().map()).append('\n');
        note("bearer token", exchange.token());
        note("idempotency key", exchange.key());
        answer.response().request().headers().firstValue("DPoP").ifPresent(proof -> note("device proof", proof));
        if (exchange.body() != null) {
            var body = Client.JSON.readTree(exchange.body());
            note("request", body);
            if (answer.status() < 300) {
                body.propertyNames()
                        .forEach(field -> accepted.add(exchange.method() + " " + exchange.path() + " " + field));
            }
        }
        if (answer.status() >= 400) {
            refusals.append(answer.response().body()).append('\n');
        } else if (!exchange.method().equals("GET")) {
            note("answer", answer.body());
        }
    }

    void note(String name, String value) {
        if (value != null && !WORTHLESS.matcher(value).matches() && !HARMLESS.contains(name)) {
            values.computeIfAbsent(name, first -> Collections.synchronizedSet(new LinkedHashSet<>()))
                    .add(value);
        }
    }

    private void note(String side, JsonNode object) {
        object.properties().forEach(field -> leaves(side, side + " " + field.getKey(), field.getValue()));
    }

    private void leaves(String side, String name, JsonNode value) {
        if (value.isObject()) {
            note(side, value);
        } else if (value.isArray()) {
            value.forEach(element -> leaves(side, name, element));
        } else if (value.isString()) {
            note(name, value.asString());
        }
    }
}
