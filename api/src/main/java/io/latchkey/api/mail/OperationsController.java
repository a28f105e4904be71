package io.latchkey.api.mail;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.value.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The outbox for those who run the service. */
@RestController
@RequestMapping("/v1/operations/mail")
class OperationsController {

    private static final int MOST = 200;

    /** A page of mails; {@code next} is absent on the last one. */
    record Page(List<OutboxLine> mails, @Nullable String next) {}

    private final DeadLetters letters;
    private final Messages messages;

    OperationsController(DeadLetters letters, Messages messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @GetMapping
    Mono<Page> list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "1 to " + MOST);
        }
        var wanted = state == null ? null : state(state);
        var last = after == null ? null : id("after", after);
        return messages.offLoop(() -> letters.page(wanted, last, limit)
                .map(mails -> new Page(
                        mails, mails.size() < limit ? null : mails.getLast().id()))
                .orElseThrow(() -> new Malformed("after", "the id of a mail")));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> retry(@PathVariable("id") String id) {
        return messages.offLoop(() -> letters.retry(id("id", id))).flatMap(retry -> switch (retry) {
            case ON_ITS_WAY -> Mono.empty();
            case NOTHING_LEFT_TO_SEND -> Mono.error(new Refusal(ProblemType.CONFLICT));
            case UNKNOWN -> Mono.error(new Refusal(ProblemType.NOT_FOUND));
        });
    }

    private static State state(String typed) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Malformed("state", "pending, sent, dead or suppressed"));
    }

    private static UUID id(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw new Malformed(field, "a UUID");
        }
    }
}
