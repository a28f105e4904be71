package io.latchkey.api.loss;

import io.latchkey.command.FreezeAccount;
import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.Malformed;
import io.latchkey.value.NoticeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the link of a notice carries. */
record Objection(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows n= in the link")
        String notice,

        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows w= in the link")
        Long at,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows t= in the link")
        String token) {

    FreezeAccount toFreeze(AccountId accountId) {
        if (at == null) {
            throw new Malformed("at", "required");
        }
        return new FreezeAccount(accountId, new NoticeId(notice), Instant.ofEpochMilli(at), new LinkToken(token));
    }

    @Override
    public String toString() {
        return "Objection[hidden]";
    }
}
