package io.latchkey.api.account;

import io.latchkey.command.VerifyMailbox;
import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The mailed code or the token of the mailed link; one of them. */
record MailboxProof(
        @Nullable @Schema(description = "Eight digits; spaces do no harm", example = "1234 5678")
        String code,

        @Nullable @Schema(description = "What follows # in the mailed link")
        String token) {

    VerifyMailbox toVerify(AccountId accountId) {
        if (code != null && token == null) {
            return new VerifyMailbox(accountId, new MailedCode(code), null);
        }
        if (token != null && code == null) {
            return new VerifyMailbox(accountId, null, new LinkToken(token));
        }
        throw new Malformed("code", "either code or token");
    }

    @Override
    public String toString() {
        return "MailboxProof[hidden]";
    }
}
