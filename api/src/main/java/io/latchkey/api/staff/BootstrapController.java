package io.latchkey.api.staff;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.BecomeFirstAdmin;
import io.latchkey.command.Done;
import io.latchkey.store.FirstAdmin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Staff")
class BootstrapController {

    private final Messages messages;
    private final FirstAdmin firstAdmin;

    BootstrapController(Messages messages, FirstAdmin firstAdmin) {
        this.messages = messages;
        this.firstAdmin = firstAdmin;
    }

    @PostMapping(path = "/v1/staff/bootstrap", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "becomeFirstAdmin",
            summary = "Spend the one-time token printed at the first start",
            description =
                    "Needs an active authenticator and a proof not older than five minutes. The role is in the next"
                            + " access token: refresh the session.")
    Mono<Void> becomeFirstAdmin(Caller caller, @RequestBody BootstrapToken body) {
        var digest = firstAdmin.digest(body.required());
        var wish = new BecomeFirstAdmin(caller.accountId(), caller.sessionId(), digest);
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }
}
