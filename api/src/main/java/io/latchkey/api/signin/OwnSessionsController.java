package io.latchkey.api.signin;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.Done;
import io.latchkey.command.EndOtherSessions;
import io.latchkey.command.EndSession;
import io.latchkey.query.accounts.FindSessions;
import io.latchkey.query.accounts.Sessions;
import io.latchkey.value.SessionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class OwnSessionsController {

    private final Messages messages;

    OwnSessionsController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            operationId = "listSessions",
            summary = "The live sessions of the account",
            description = "Also open to a recovery session (scope recovery:bind).")
    Mono<SessionList> list(Caller caller) {
        return messages.ask(new FindSessions(caller.accountId().value()), Sessions.class)
                .map(sessions -> SessionList.of(sessions, caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "End one session")
    Mono<Void> end(Caller caller, @PathVariable String id) {
        var wish = new EndSession(caller.accountId(), caller.sessionId(), new SessionId(id));
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOtherSessions", summary = "End every session but this one")
    Mono<Void> endOthers(Caller caller) {
        var wish = new EndOtherSessions(caller.accountId(), caller.sessionId());
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }
}
