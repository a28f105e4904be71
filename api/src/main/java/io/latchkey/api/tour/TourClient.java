package io.latchkey.api.tour;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends requests over HTTP and prints each with its answer. */
final class TourClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");
    private static final int LONGEST_LINE = 700;

    private final URI service;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    TourClient(URI service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /** The answer of one request; a status of 500 or more ends the tour. */
    JsonNode send(String method, String path, @Nullable String token, @Nullable ObjectNode body) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", '"' + UUID.randomUUID().toString() + '"');
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        out.println("  > " + method + " " + path + (body == null ? "" : "  " + body));
        var answer = exchange(request.build());
        var text = answer.body();
        out.println("  < " + answer.statusCode() + "  " + shortened(text));
        if (answer.statusCode() >= 500) {
            throw new IllegalStateException("the service answered " + answer.statusCode());
        }
        return text.isBlank() ? json.createObjectNode() : json.readTree(text);
    }

    JsonNode get(String path, String token) {
        return send("GET", path, token, null);
    }

    JsonNode post(String path, @Nullable String token, ObjectNode body) {
        return send("POST", path, token, body);
    }

    /** A JSON object from name, value, name, value. */
    ObjectNode object(String... pairs) {
        var object = json.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i], pairs[i + 1]);
        }
        return object;
    }

    /** Waits for a mail whose subject has the word, and reads the eight-digit code in it. */
    String mailedCode(String address, String subject) {
        var inbox = "/dev/mailbox/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            var answer = exchange(HttpRequest.newBuilder(service.resolve(inbox)).build());
            for (var mail : json.readTree(answer.body())) {
                var code = CODE.matcher(mail.path("text").asString());
                if (mail.path("subject").asString().contains(subject) && code.find()) {
                    out.println("  @ mail to " + address + ": "
                            + mail.path("subject").asString() + ", code " + code.group());
                    return code.group(1) + code.group(2);
                }
            }
            pause(Duration.ofMillis(200));
        }
        throw new IllegalStateException("no mail about " + subject + " came for " + address);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was stopped", stopped);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedIOException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was stopped", stopped);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LINE
                ? text
                : text.substring(0, LONGEST_LINE) + " ... (" + text.length() + " characters)";
    }
}
