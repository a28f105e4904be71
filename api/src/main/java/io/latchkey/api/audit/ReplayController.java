package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.command.RecordReplayStarted;
import io.latchkey.query.replay.FindReplay;
import io.latchkey.query.replay.ReplayProgress;
import io.latchkey.value.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = ReplayController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Security")
class ReplayController {

    static final String PATH = "/v1/security/replays";

    private final Messages messages;
    private final Replays replays;
    private final Ids ids;

    ReplayController(Messages messages, Replays replays, Ids ids) {
        this.messages = messages;
        this.replays = replays;
        this.ids = ids;
    }

    @PostMapping
    @Operation(
            operationId = "startReplay",
            summary = "Build all that can be read anew from the events (role security)",
            description =
                    "It runs beside the service: readers see the old rows until the new ones are complete, then what"
                            + " differs is put right and counted. No mail is sent. One at a time: a second one is a conflict.")
    Mono<ResponseEntity<StartedReplay>> start(Caller caller, @RequestBody ReplayWish body) {
        var id = ids.next();
        return replays.start(new RecordReplayStarted(id, caller.accountId().value(), body.checked()))
                .then(Mono.fromSupplier(() -> ResponseEntity.accepted()
                        .location(URI.create(PATH + "/" + id))
                        .body(new StartedReplay(id))));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReplay", summary = "How far a rebuild came (role security)")
    Mono<ReplayAnswer> progress(@PathVariable String id) {
        return messages.ask(new FindReplay(id), ReplayProgress.class)
                .map(ReplayAnswer::of)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }
}
