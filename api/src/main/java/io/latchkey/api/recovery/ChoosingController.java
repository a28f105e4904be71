package io.latchkey.api.recovery;

import io.latchkey.api.edge.ShownOnce;
import io.latchkey.value.RecoveryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/recoveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery")
class ChoosingController {

    private final Choosing choosing;

    ChoosingController(Choosing choosing) {
        this.choosing = choosing;
    }

    @PostMapping("/{id}/credentials")
    @ShownOnce
    @Operation(
            operationId = "chooseCredentials",
            summary = "Choose new credentials in a recovery that an organizer began",
            description = "With the link of the mail; needs no session and no handle. The new secret key is shown only"
                    + " here. Both count from when an organizer completes. Every refusal looks the same.")
    Mono<WaitingCredentials> choose(
            @Parameter(description = "The recovery that the mail is about") @PathVariable String id,
            @RequestBody ChosenCredentials body) {
        return choosing.choose(new RecoveryId(id), body);
    }
}
