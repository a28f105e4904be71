package io.latchkey.api.audit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.query.audit.FindActivity;
import io.latchkey.query.audit.TrailPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Account")
class ActivityController {

    private static final String PATH = "/v1/account/activity";
    private static final Set<String> KNOWN = Set.of("after", "limit");

    private final Messages messages;

    ActivityController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "readActivity", summary = "Everything that happened to the account, newest first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "The next of the page before, as it was",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200; more is an error",
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "100"))
    Mono<ResponseEntity<ActivityAnswer>> activity(
            Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        var parameters = new Parameters(given).only(KNOWN);
        var holder = caller.accountId().value();
        return messages.ask(new FindActivity(holder, parameters.text("after"), parameters.limit()), TrailPage.class)
                .map(page -> ResponseEntity.ok()
                        .headers(Links.of(PATH, given, page.next()))
                        .body(ActivityAnswer.of(holder, page)));
    }
}
