package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.query.audit.TrailPage;
import io.latchkey.query.recoveries.FindRecovery;
import io.latchkey.query.recoveries.RecoveryCase;
import io.latchkey.secret.Hashing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Trail")
class TrailController {

    private final Messages messages;
    private final Readings readings;
    private final Hashing hashing;

    TrailController(Messages messages, Readings readings, Hashing hashing) {
        this.messages = messages;
        this.readings = readings;
        this.hashing = hashing;
    }

    @GetMapping("/events")
    @TrailParameters
    @Operation(
            operationId = "readTrail",
            summary = "Read the trail (role support or security)",
            description =
                    "Two ways. Bounded (without follow): a range of time, newest first, ordered by when it happened;"
                            + " it ends, and the last page has no next. Follow (follow=true): everything after a cursor, in the"
                            + " order it was recorded; it never ends, next is always there, and nothing is missed or"
                            + " repeated after a break: keep next and come back with it. The reading is itself recorded.")
    Mono<ResponseEntity<TrailAnswer>> read(
            Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var question = TrailQuestion.of(parameters, hashing);
        return messages.ask(question.query(), TrailPage.class)
                .flatMap(page -> readings.note(caller, question, page.records()).thenReturn(page))
                .map(page -> ResponseEntity.ok()
                        .headers(Links.of("/v1/audit/events", parameters, page.next()))
                        .body(TrailAnswer.of(question.follow(), page)));
    }

    @GetMapping("/recoveries/{id}")
    @Operation(
            operationId = "readRecovery",
            summary = "The case file of a recovery (role support or security)",
            description =
                    "What was proven, what is missing, and every step in plain words. The reading is itself recorded.")
    Mono<RecoveryCase> recovery(Caller caller, @PathVariable String id) {
        return messages.ask(new FindRecovery(id), RecoveryCase.class)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)))
                .flatMap(file -> readings.note(
                                caller,
                                "the case file of a recovery",
                                file.accountId(),
                                file.steps().size())
                        .thenReturn(file));
    }
}
