package io.latchkey.api.signin;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.Done;
import io.latchkey.command.EndSession;
import io.latchkey.command.RefreshSession;
import io.latchkey.command.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class SessionController {

    private static final String EVERYTHING = "\"cache\", \"cookies\", \"storage\"";

    private final Messages messages;
    private final SlowHashing hashing;
    private final Tokens tokens;
    private final SessionAnswers answers;

    SessionController(Messages messages, SlowHashing hashing, Tokens tokens, SessionAnswers answers) {
        this.messages = messages;
        this.hashing = hashing;
        this.tokens = tokens;
        this.answers = answers;
    }

    @PostMapping("/refresh")
    @Operation(
            operationId = "refreshSession",
            summary = "Exchange the refresh token for new tokens",
            description = "Each refresh token is good once; an old one that comes back ends the session.")
    Mono<SessionAnswer> refresh(@RequestBody Refreshing body) {
        var token = tokens.readRefresh(body.required());
        var wish = new RefreshSession(token.accountId(), token.sessionId(), token.generation());
        return Door.TOKEN.expect(SignedIn.class, messages.send(wish)).map(answers::of);
    }

    @PostMapping("/current/step-up")
    @Operation(
            operationId = "stepUp",
            summary = "Prove the second factor again, for a sensitive change",
            description = "The session goes on under a new id with new tokens; the old ones are dead.")
    Mono<SessionAnswer> stepUp(Caller caller, @RequestBody FreshProof body) {
        return body.toCommand(caller, hashing)
                .flatMap(wish -> Door.HOLDER.expect(SignedIn.class, messages.send(wish)))
                .map(answers::of);
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOut", summary = "End this session")
    Mono<ResponseEntity<Void>> end(Caller caller) {
        var wish = new EndSession(caller.accountId(), caller.sessionId(), caller.sessionId());
        return Door.HOLDER
                .expect(Done.class, messages.send(wish))
                .map(done -> ResponseEntity.noContent()
                        .header("Clear-Site-Data", EVERYTHING)
                        .build());
    }
}
