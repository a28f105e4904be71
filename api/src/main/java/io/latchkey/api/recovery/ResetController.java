package io.latchkey.api.recovery;

import io.latchkey.api.token.SignInHandle;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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
@Tag(name = "Recovery")
class ResetController {

    private final Resetting resetting;

    ResetController(Resetting resetting) {
        this.resetting = resetting;
    }

    @PostMapping("/sign-ins/{id}/second-factor-reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The sign-in; the handle must be its own")
    @Operation(
            operationId = "requestSecondFactorReset",
            summary = "Ask to have authenticators and backup codes taken off after a waiting period",
            description = "Mails a code; the mailbox proof starts the waiting period. Where a reset runs already, the"
                    + " answer is that one, and its time stays. Every refusal looks the same.")
    Mono<StartedReset> request(SignInHandle handle, @RequestBody(required = false) @Nullable NoChoice body) {
        return resetting.begin(handle);
    }

    @PostMapping("/recoveries/{id}/veto")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "vetoRecovery",
            summary = "Stop a recovery by the link of a notice",
            description = "Needs no session and no handle. Every refusal looks the same.")
    Mono<Void> veto(
            @Parameter(description = "The recovery that the notice is about") @PathVariable String id,
            @RequestBody VetoToken body) {
        return resetting.veto(new RecoveryId(id), new LinkToken(body.token()));
    }
}
