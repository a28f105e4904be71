package io.latchkey.api.staff;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.Done;
import io.latchkey.command.GrantRole;
import io.latchkey.command.RevokeRole;
import io.latchkey.query.accounts.FindStaff;
import io.latchkey.query.accounts.Staff;
import io.latchkey.value.AccountId;
import io.latchkey.value.Malformed;
import io.latchkey.value.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/staff", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Staff")
class StaffController {

    private final Messages messages;
    private final Clock clock;

    StaffController(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "listStaff", summary = "Who works as staff (role admin)")
    Mono<StaffList> list() {
        return messages.ask(new FindStaff(), Staff.class).map(StaffList::of);
    }

    @PutMapping("/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "grantRole",
            summary = "Give a staff role (role admin)",
            description = "The account must have an active authenticator. Needs a proof not older than five minutes.")
    Mono<Void> grant(Caller caller, @PathVariable String accountId, @PathVariable String role) {
        caller.requireFreshProof(clock);
        var wish = new GrantRole(new AccountId(accountId), role(role), caller.accountId());
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    @DeleteMapping("/{accountId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeRole",
            summary = "Take a staff role away (role admin)",
            description = "Needs a proof not older than five minutes.")
    Mono<Void> revoke(Caller caller, @PathVariable String accountId, @PathVariable String role) {
        caller.requireFreshProof(clock);
        var wish = new RevokeRole(new AccountId(accountId), role(role), caller.accountId());
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed("role", "admin, support or security"));
    }
}
