package io.latchkey.api.journey;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A client that shows all it writes and reads to a witness. */
final class WatchedClient extends Client {

    /** One request as it was written and what came back. */
    record Exchange(String method, String path, String token, String key, String body, Answer answer) {}

    final Map<String, String> headers = new HashMap<>();
    Consumer<Exchange> witness = exchange -> {};

    WatchedClient(URI service) {
        super(service);
    }

    /** Without an address in the URL of the development mailbox, which a talkative log shows. */
    @Override
    public JsonNode mails(String address) {
        var found = JSON.createArrayNode();
        get("/dev/mailbox/messages", "").body().forEach(mail -> {
            if (mail.path("to").asString().equals(address)) {
                found.add(mail);
            }
        });
        return found;
    }

    @Override
    public Answer send(String method, String path, String token, String body, String key) {
        var request = request(service, method, path, token, body, key);
        headers.forEach(request::header);
        var answer = exchange(request.build());
        witness.accept(new Exchange(method, path, token, key, body, answer));
        return answer;
    }
}
