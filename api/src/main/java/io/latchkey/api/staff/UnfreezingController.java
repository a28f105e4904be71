package io.latchkey.api.staff;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.ApproveUnfreezing;
import io.latchkey.command.Done;
import io.latchkey.command.RequestUnfreezing;
import io.latchkey.value.AccountId;
import io.latchkey.value.CaseNote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
@RequestMapping(path = "/v1/support/accounts/{accountId}/unfreezing", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Staff")
class UnfreezingController {

    private final Messages messages;
    private final Clock clock;

    UnfreezingController(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "requestUnfreezing",
            summary = "Ask to unfreeze an account (role support or security)",
            description =
                    "The holder is told at once and can stop it. A second person must approve within a day. Needs a"
                            + " proof not older than five minutes.")
    Mono<Void> request(Caller caller, @PathVariable String accountId, @RequestBody WhyUnfreeze body) {
        caller.requireFreshProof(clock);
        var wish = new RequestUnfreezing(new AccountId(accountId), caller.accountId(), new CaseNote(body.note()));
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    @PostMapping("/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "approveUnfreezing",
            summary = "Approve that an account is unfrozen (role support or security)",
            description = "By neither the first person, who is named, nor the holder. Needs a proof not older than five"
                    + " minutes. If somebody else has asked since, 409: read that request first.")
    Mono<Void> approve(Caller caller, @PathVariable String accountId, @RequestBody Approval body) {
        caller.requireFreshProof(clock);
        var wish = new ApproveUnfreezing(new AccountId(accountId), caller.accountId(), body.first());
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }
}
