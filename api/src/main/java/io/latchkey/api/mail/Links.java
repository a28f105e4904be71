package io.latchkey.api.mail;

import io.latchkey.command.NoticeLink;
import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import java.net.URI;

/** Links into the landing page. The base is configured, never taken from a request; the secret is in the fragment only. */
final class Links {

    private final String base;
    private final Hashing hashing;

    Links(URI base, Hashing hashing) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.hashing = hashing;
    }

    /** Of the notice of this very event: nothing has to be stored for it. */
    String notMe(AccountId account, Occasion occasion) {
        var notice = new NoticeLink(account.value(), occasion.eventId(), occasion.at());
        return base + "/link#k=notme&a=" + notice.accountId() + "&n=" + notice.noticeId() + "&w="
                + notice.noticedAt().toEpochMilli() + "&t="
                + notice.token(hashing).value();
    }

    String link(Kind kind, String subjectId, String token) {
        return switch (kind) {
            case MAILBOX_CODE -> base + "/link#k=mailbox&a=" + subjectId + "&t=" + token;
            case RECOVERY_CODE, RESET_CODE -> base + "/link#k=recovery&r=" + subjectId + "&t=" + token;
            case RESET_WAITING,
                    RESET_REMINDER,
                    ASSISTED_RECOVERY_BEGUN,
                    ASSISTED_RECOVERY_WAITING,
                    ASSISTED_RECOVERY_REMINDER,
                    CONTACT_RECOVERY_BEGUN,
                    CONTACT_RECOVERY_WAITING -> base + "/link#k=veto&r=" + subjectId + "&t=" + token;
            case ASSISTED_RECOVERY_LINK -> base + "/link#k=choose&r=" + subjectId + "&t=" + token;
            case LOSS_LINK -> base + "/link#k=lost&a=" + subjectId + "&t=" + token;
            default -> throw new IllegalArgumentException(kind + " has no link");
        };
    }
}
