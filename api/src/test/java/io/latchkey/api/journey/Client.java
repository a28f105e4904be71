package io.latchkey.api.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client that knows nothing but the contract. */
public class Client {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode body() {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        }

        public String text(String field) {
            return body().path(field).asString("");
        }

        public String access() {
            return body().path("session").path("accessToken").asString("");
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        response.request().method() + " " + response.uri().getPath() + " answered " + status
                                + " instead of " + expected + ": " + response.body());
            }
            return this;
        }
    }

    public final URI service;
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public Client(URI service) {
        this.service = service;
    }

    public Answer get(String path, String token) {
        return send("GET", path, token, null, null);
    }

    public Answer post(String path, String token, Map<String, ?> body) {
        return send(
                "POST",
                path,
                token,
                JSON.writeValueAsString(body),
                UUID.randomUUID().toString());
    }

    public Answer send(String method, String path, String token, String body, String key) {
        return exchange(request(service, method, path, token, body, key).build());
    }

    protected static HttpRequest.Builder request(
            URI node, String method, String path, String token, String body, String key) {
        var request = HttpRequest.newBuilder(node.resolve(path)).timeout(Duration.ofSeconds(30));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    public Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public JsonNode mails(String address) {
        return get("/dev/mailbox/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8), "")
                .body();
    }

    /** Waits for a mail not read yet with these words in its subject and reads the code in it. */
    public String mailedCode(String address, String words) {
        for (int i = 0; i < 150; i++) {
            for (var mail : mails(address)) {
                var code = CODE.matcher(mail.path("text").asString());
                if (mail.path("subject").asString().contains(words)
                        && code.find()
                        && read.add(mail.path("id").asString())) {
                    return code.group(1) + code.group(2);
                }
            }
            pause(100);
        }
        throw new AssertionError("no mail about " + words + " for " + address + ", only " + mails(address));
    }

    /** Waits for a mail with these words in its subject and this in its text, the newest first. */
    public Matcher mail(String address, String words, Pattern wanted) {
        for (int i = 0; i < 200; i++) {
            for (var mail : mails(address)) {
                var found = wanted.matcher(mail.path("text").asString());
                if (mail.path("subject").asString().contains(words) && found.find()) {
                    return found;
                }
            }
            pause(100);
        }
        throw new AssertionError("no mail about " + words + " for " + address + ", only " + mails(address));
    }

    /** What time it is for the service, to the second. */
    public Instant now() {
        return Instant.parse(get("/dev/clock", "").expect(200).text("now"));
    }

    /** Puts the time of the service ahead. */
    public void putAhead(Duration by) {
        post("/dev/clock/advance", "", Map.of("by", by.toString())).expect(200);
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
