package io.latchkey.api.mail;

import java.net.URI;

/** Links into the landing page. The base is configured, never taken from a request; the secret is in the fragment only. */
final class Links {

    private final String base;

    Links(URI base) {
        this.base = base.toString().replaceFirst("/+$", "");
    }

    String link(Kind kind, String subjectId, String token) {
        return switch (kind) {
            case MAILBOX_CODE -> base + "/link#k=mailbox&a=" + subjectId + "&t=" + token;
            case RECOVERY_CODE, RESET_CODE -> base + "/link#k=recovery&r=" + subjectId + "&t=" + token;
            case RESET_WAITING, RESET_REMINDER -> base + "/link#k=veto&r=" + subjectId + "&t=" + token;
            default -> throw new IllegalArgumentException(kind + " has no link");
        };
    }
}
