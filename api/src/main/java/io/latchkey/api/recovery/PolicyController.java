package io.latchkey.api.recovery;

import io.latchkey.command.Policy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Recovery")
class PolicyController {

    private final PolicyAnswer answer;

    PolicyController(Policy policy) {
        this.answer = PolicyAnswer.of(policy);
    }

    @GetMapping(path = "/v1/policy", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getPolicy",
            summary = "What each way back asks for",
            description = "Open to anybody: proofs, channels, waiting period, quarantine and approvals of every way.")
    Mono<PolicyAnswer> policy() {
        return Mono.just(answer);
    }
}
