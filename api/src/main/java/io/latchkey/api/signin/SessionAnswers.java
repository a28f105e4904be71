package io.latchkey.api.signin;

import io.latchkey.api.token.Tokens;
import io.latchkey.command.Limits;
import io.latchkey.command.SignedIn;
import org.springframework.stereotype.Component;

/** Turns a granted session into tokens. */
@Component
final class SessionAnswers {

    private final Tokens tokens;

    SessionAnswers(Tokens tokens) {
        this.tokens = tokens;
    }

    SessionAnswer of(SignedIn signedIn) {
        var grant = signedIn.grant();
        var issued = tokens.session(grant);
        var session = new SessionTokens(
                issued.access(), issued.refresh(), "Bearer", issued.expiresIn(), issued.scope(), grant.sessionId());
        var left = signedIn.backupCodesLeft();
        boolean few = left != null && left <= Limits.FEW_BACKUP_CODES;
        return new SessionAnswer(session, left, few ? "few backup codes left: make new ones" : null);
    }
}
