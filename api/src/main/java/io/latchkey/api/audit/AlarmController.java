package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.query.accounts.FindFrozenAccounts;
import io.latchkey.query.accounts.FrozenAccounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Trail")
class AlarmController {

    private final Messages messages;
    private final Readings readings;

    AlarmController(Messages messages, Readings readings) {
        this.messages = messages;
        this.readings = readings;
    }

    @GetMapping(path = "/v1/audit/frozen-accounts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listFrozenAccounts",
            summary = "Accounts whose holders said that it was not them (role support or security)",
            description = "What they objected to, and where unfreezing stands; the newest 500. The reading is itself"
                    + " recorded.")
    Mono<FrozenAccounts> frozen(Caller caller) {
        return messages.ask(new FindFrozenAccounts(), FrozenAccounts.class)
                .flatMap(found -> readings.note(
                                caller,
                                "the frozen accounts",
                                null,
                                found.accounts().size())
                        .thenReturn(found));
    }
}
