package io.latchkey.api.kit;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.command.MakeRecoveryKit;
import io.latchkey.command.RecoveryKitAllowed;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.value.KitFormat;
import io.latchkey.value.RecoveryCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Recovery code")
class RecoveryKitController {

    private final Messages messages;
    private final Kits kits;

    RecoveryKitController(Messages messages, Kits kits) {
        this.messages = messages;
        this.kits = kits;
    }

    @PostMapping(
            path = "/v1/account/recovery-kit",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @ShownOnce
    @Operation(
            operationId = "makeRecoveryKit",
            summary = "Write the recovery code that was just made into a kit: JSON, text or one page of PDF",
            description =
                    "Only within 30 minutes after the code was shown or typed back. The code comes from the caller,"
                            + " because it cannot be read here; nothing of the kit is kept. Accept chooses the form.")
    @ApiResponse(
            responseCode = "200",
            description = "The kit",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RecoveryKit.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "406", ref = "#/components/responses/Problem406")
    Mono<ResponseEntity<byte[]>> make(Caller caller, @RequestBody KitWish body, ServerHttpRequest request) {
        var form = Forms.accepted(request.getHeaders().getAccept());
        var code = new RecoveryCode(body.recoveryCode());
        var label = body.name();
        var wish = new MakeRecoveryKit(caller.accountId(), caller.sessionId(), code, form);
        return Door.HOLDER
                .expect(RecoveryKitAllowed.class, messages.send(wish))
                .flatMap(allowed -> account(caller).map(account -> kits.of(code, label, account.email(), allowed)))
                .flatMap(kit -> messages.offLoop(() -> Forms.write(form, kit)))
                .map(kit -> download(form, kit));
    }

    private Mono<AccountOverview> account(Caller caller) {
        return messages.ask(new FindAccount(caller.accountId().value()), AccountOverview.class)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> download(KitFormat form, byte[] kit) {
        var disposition =
                ContentDisposition.attachment().filename(Forms.fileName(form)).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(Forms.type(form))
                .body(kit);
    }
}
