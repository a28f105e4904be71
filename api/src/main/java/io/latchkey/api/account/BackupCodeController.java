package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.edge.SlowHashing.NewBackupCodes;
import io.latchkey.command.AcknowledgeBackupCodes;
import io.latchkey.command.BackupCodesIssued;
import io.latchkey.command.Done;
import io.latchkey.command.GenerateBackupCodes;
import io.latchkey.value.Fingerprint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/backup-codes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Backup codes")
class BackupCodeController {

    private final Messages messages;
    private final SlowHashing hashing;

    BackupCodeController(Messages messages, SlowHashing hashing) {
        this.messages = messages;
        this.hashing = hashing;
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "generateBackupCodes",
            summary = "Replace the whole set by ten new backup codes",
            description = "Shown in this answer only; each is good once, instead of a code of the authenticator.")
    Mono<BackupCodeSet> generate(Caller caller) {
        return hashing.newBackupCodes(caller.accountId())
                .flatMap(codes -> Door.HOLDER
                        .expect(
                                BackupCodesIssued.class,
                                messages.send(
                                        new GenerateBackupCodes(caller.accountId(), caller.sessionId(), codes.kept())))
                        .map(issued -> shown(issued, codes)));
    }

    @PostMapping("/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "acknowledgeBackupCodes", summary = "Say that the backup codes are saved")
    Mono<Void> acknowledge(Caller caller, @RequestBody SavedSet body) {
        return Door.HOLDER
                .expect(
                        Done.class,
                        messages.send(
                                new AcknowledgeBackupCodes(caller.accountId(), caller.sessionId(), body.required())))
                .then();
    }

    /** Another set id than ours is the outcome of an earlier, equal request. */
    private static BackupCodeSet shown(BackupCodesIssued issued, NewBackupCodes codes) {
        if (!issued.setId().equals(codes.kept().setId())) {
            throw new Refusal(ProblemType.SECRET_ALREADY_DELIVERED);
        }
        return new BackupCodeSet(issued.setId(), Fingerprint.of(issued.setId()).value(), codes.shown());
    }
}
