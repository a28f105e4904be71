package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.storm.History.Answered;
import io.latchkey.api.storm.History.Asked;
import io.latchkey.api.storm.History.Canary;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A client that writes down every change it asks for. The id of the operation is its User-Agent, which the service seals into
 * every event: so an event tells which operation it belongs to, also when its answer was lost. Where it learnt nothing it asks
 * another node with the same key, for as long as its patience lasts.
 */
public class Witness extends Client {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Set<String> SECRET =
            Set.of("password", "secretKey", "secret", "code", "email", "refreshToken", "accessToken", "handle");
    private static final int LONG_ENOUGH = 10;
    private static final String PROBLEM = "urn:latchkey:problem:";

    private final List<URI> nodes;
    private final History history;
    private final Duration patience;
    private final Consumer<Answer> listener;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    public Witness(List<URI> nodes, History history, Duration patience, Consumer<Answer> listener) {
        super(nodes.getFirst());
        this.nodes = nodes;
        this.history = history;
        this.patience = patience;
        this.listener = listener;
    }

    /** On one node, asked once. */
    public Witness(URI node, History history) {
        this(List.of(node), history, Duration.ZERO, answer -> {});
    }

    @Override
    public Answer send(String method, String path, String token, String body, String key) {
        var id = UUID.nameUUIDFromBytes(
                        String.join(" ", method, path, token, body, key).getBytes(StandardCharsets.UTF_8))
                .toString();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var node = nodes.get(turn.getAndIncrement() % nodes.size());
            try {
                var answer = key == null
                        ? exchange(
                                request(node, method, path, token, body, null).build())
                        : attempt(node, method, path, token, body, key, id);
                if (answer.status() != 503 || System.nanoTime() > end) {
                    return answer;
                }
            } catch (UncheckedIOException lost) {
                if (System.nanoTime() > end) {
                    throw lost;
                }
            }
            pause(150);
        }
    }

    /** Whether what was asked with this key may have happened at a time when its answer got lost. */
    final boolean lostAnAnswerTo(String key) {
        return unanswered.contains(key);
    }

    private Answer attempt(URI node, String method, String path, String token, String body, String key, String id) {
        history.add(new Asked(id, key, kind(method, path, body), subject(path, token, body), Instant.now()));
        try {
            var request = request(node, method, path, token, body, key).header("User-Agent", id);
            var answer = exchange(request.build());
            history.add(new Answered(id, answer.status(), problem(answer), Instant.now()));
            if (answer.status() < 300) {
                secrets(answer.body());
                secrets(read(body));
                listener.accept(answer);
            }
            return answer;
        } catch (UncheckedIOException lost) {
            unanswered.add(key);
            history.add(new Answered(id, 0, "", Instant.now()));
            throw lost;
        }
    }

    /** A malformed value is told apart: it is found before anything is decided. */
    private static String problem(Answer answer) {
        if (answer.status() < 400) {
            return "";
        }
        var name = answer.text("type").replace(PROBLEM, "");
        return answer.body().path("errors").isEmpty() ? name : name + " malformed";
    }

    private static String kind(String method, String path, String body) {
        var parts = read(body);
        var what = parts.path("factor").asString(parts.path("kind").asString(""));
        return (method + " " + path.replaceAll(ID, "{id}") + " " + what).strip();
    }

    private static String subject(String path, String token, String body) {
        var id = Pattern.compile(ID).matcher(path);
        return id.find() ? id.group() : read(body).path("email").asString(owner(token));
    }

    private static String owner(String token) {
        var parts = token.split("\\.");
        return parts.length < 2
                ? ""
                : JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .path("sub")
                        .asString("");
    }

    /** What the two sides told each other and nobody else may read. */
    private void secrets(JsonNode body) {
        body.properties().forEach(field -> {
            var value = field.getValue();
            if (value.isString()
                    && SECRET.contains(field.getKey())
                    && value.asString().length() > LONG_ENOUGH) {
                history.add(new Canary(field.getKey(), value.asString()));
            } else if (value.isObject()) {
                secrets(value);
            } else if (value.isArray() && field.getKey().matches("codes|backupCodes")) {
                history.add(new Canary("backupCode", value.path(0).asString()));
            }
        });
    }

    private static JsonNode read(String body) {
        return body == null ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
