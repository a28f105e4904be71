package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.Floor;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.api.token.RecoveryHandle;
import io.latchkey.command.CancelRecovery;
import io.latchkey.command.CancelReset;
import io.latchkey.command.Done;
import io.latchkey.command.ProofAccepted;
import io.latchkey.command.StopAssistance;
import io.latchkey.command.Way;
import io.latchkey.event.Reason;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/recoveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery")
class RecoveryController {

    private final Messages messages;
    private final Beginning beginning;
    private final Completing completing;
    private final Resetting resetting;
    private final AskingContacts asking;

    RecoveryController(
            Messages messages, Beginning beginning, Completing completing, Resetting resetting, AskingContacts asking) {
        this.messages = messages;
        this.beginning = beginning;
        this.completing = completing;
        this.resetting = resetting;
        this.asking = asking;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startRecovery",
            summary = "Begin the way back into an account",
            description = "Always 202, for a known and an unknown address. The mailbox gets a code and a link when the"
                    + " address has an account.")
    Mono<StartedRecovery> start(@RequestBody LostAccount body) {
        return beginning.begin(body);
    }

    @GetMapping("/{id}")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The recovery; the handle must be its own")
    @Operation(operationId = "getRecovery", summary = "Where the recovery stands and what is missing")
    Mono<RecoveryState> state(RecoveryHandle handle) {
        return messages.ask(new FindRecoveryStatus(handle.recoveryId().value()), RecoveryStatus.class)
                .map(RecoveryState::of)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }

    @PostMapping("/{id}/proofs")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The recovery; the handle must be its own")
    @Operation(
            operationId = "proveInRecovery",
            summary = "Present the recovery code, or the mailed code or link",
            description = "In either order; each once. Every refusal looks the same.")
    Mono<StillMissing> prove(RecoveryHandle handle, @RequestBody RecoveryProof body) {
        var account = handle.accountId();
        if (account != null) {
            return resetting.prove(handle.recoveryId(), account, body);
        }
        return Floor.underRefusals(Door.PROOF
                .expect(ProofAccepted.class, messages.send(body.toCommand(handle.recoveryId())))
                .map(StillMissing::of));
    }

    @PostMapping("/{id}/complete")
    @ShownOnce
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The recovery; the handle must be its own")
    @Operation(
            operationId = "completeRecovery",
            summary = "Choose a new password once nothing is missing",
            description = "Answers with a new secret key, shown only here. Every session ends and authenticators are"
                    + " removed; it does not sign in. With recovery contacts 409 until enough approved and the waiting"
                    + " period is over. A delayed reset completes by itself: 409.")
    Mono<NewCredentials> complete(RecoveryHandle handle, @RequestBody ChosenPassword body) {
        var account = handle.accountId();
        var id = handle.recoveryId();
        if (account == null) {
            return completing.complete(id, body);
        }
        return handle.way() == Way.CONTACTS ? asking.complete(id, account, body) : resetting.refuseHurry(id, account);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The recovery; the handle must be its own")
    @Operation(operationId = "cancelRecovery", summary = "Call the recovery off")
    Mono<Void> cancel(RecoveryHandle handle) {
        return Door.HOLDER.expect(Done.class, messages.send(cancelling(handle))).then();
    }

    private static Object cancelling(RecoveryHandle handle) {
        var account = handle.accountId();
        var id = handle.recoveryId();
        if (account == null) {
            return new CancelRecovery(id);
        }
        return handle.way() == Way.DELAYED_RESET
                ? new CancelReset(account, id)
                : new StopAssistance(account, id, Reason.CALLED_OFF);
    }
}
