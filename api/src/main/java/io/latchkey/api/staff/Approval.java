package io.latchkey.api.staff;

import io.latchkey.value.AccountId;
import io.swagger.v3.oas.annotations.media.Schema;

/** Whose request the second person has read: another one that came since is not approved with it. */
record Approval(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "As in the list of frozen accounts")
        String requestedBy) {

    AccountId first() {
        return new AccountId(requestedBy);
    }
}
