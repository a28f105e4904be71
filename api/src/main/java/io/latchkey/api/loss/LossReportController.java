package io.latchkey.api.loss;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.command.Done;
import io.latchkey.value.AccountId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Losses")
class LossReportController {

    private final Messages messages;
    private final Reporting reporting;

    LossReportController(Messages messages, Reporting reporting) {
        this.messages = messages;
        this.reporting = reporting;
    }

    @PostMapping("/loss-reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "reportLoss",
            summary = "Report all authenticators or all trusted devices lost, with one factor",
            description =
                    "With the password they are suspended at once; without it the mailbox gets a link that does so,"
                            + " at most one in half an hour. Always 202, for a known and an unknown address, a right and a wrong"
                            + " password: the mailbox tells.")
    Mono<Void> report(@RequestBody ReportedLoss body) {
        return reporting.report(body);
    }

    @PostMapping("/accounts/{id}/loss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "confirmLoss",
            summary = "Report a loss by the mailed link",
            description = "Needs no session. Every refusal looks the same.")
    Mono<Void> confirm(@PathVariable String id, @RequestBody ConfirmedLoss body) {
        return Door.PROOF
                .expect(Done.class, messages.send(body.toCommand(new AccountId(id))))
                .then();
    }

    @PostMapping("/accounts/{id}/not-me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "objectToNotice",
            summary = "Say by the link of a notice that this was not you",
            description = "Closes every way of recovery, cancels a reset that waits, ends every session and calls the"
                    + " security team. Needs no session. Every refusal looks the same.")
    Mono<Void> object(@PathVariable String id, @RequestBody Objection body) {
        return Door.PROOF
                .expect(Done.class, messages.send(body.toFreeze(new AccountId(id))))
                .then();
    }
}
