package io.latchkey.api.recovery;

import io.latchkey.api.edge.ShownOnce;
import io.latchkey.api.token.RecoveryHandle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/recoveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery")
class ContactRecoveryController {

    private final AskingContacts asking;

    ContactRecoveryController(AskingContacts asking) {
        this.asking = asking;
    }

    @PostMapping("/{id}/contacts")
    @ShownOnce
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The recovery; the handle must be its own")
    @Operation(
            operationId = "askContacts",
            summary = "Go on with the recovery contacts in place of the recovery code",
            description =
                    "After the mailbox proof. Each contact who counts is told by mail; the code shown here is read"
                            + " out to them. 409 while the mailbox is not proven, where the account has not enough contacts, and"
                            + " while another such recovery runs. The holder is told at once and can stop it.")
    Mono<AskedContacts> ask(RecoveryHandle handle, @RequestBody(required = false) @Nullable NoChoice body) {
        return asking.ask(handle.recoveryId());
    }
}
