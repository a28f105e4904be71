package io.latchkey.api.loss;

import io.latchkey.command.ConfirmLoss;
import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mailed link carries, and what its reader marked. */
record ConfirmedLoss(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows t= in the mailed link")
        String token,

        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"authenticators\"]")
        List<@Nullable LostThing> lost) {

    ConfirmLoss toCommand(AccountId accountId) {
        return new ConfirmLoss(accountId, new LinkToken(token), LostThing.all(lost));
    }

    @Override
    public String toString() {
        return "ConfirmedLoss[hidden]";
    }
}
