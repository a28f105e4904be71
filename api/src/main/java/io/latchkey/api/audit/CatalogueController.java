package io.latchkey.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Trail")
class CatalogueController {

    @GetMapping(path = "/v1/audit/event-types", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listEventTypes",
            summary = "Every type of record and every reason, in words (role support or security)")
    Mono<EventTypes> types() {
        return Mono.fromSupplier(EventTypes::all);
    }
}
