package io.latchkey.api.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issuer and audience to the letter, thirty seconds of skew, no claim missing. */
final class ClaimsRule extends DefaultJWTClaimsVerifier<SecurityContext> {

    private static final int SKEW_SECONDS = 30;

    private final Set<String> required;
    private final String issuer;
    private final Clock clock;

    ClaimsRule(TokenKind kind, String issuer, Clock clock) {
        super(new JWTClaimsSet.Builder().issuer(issuer).build(), required(kind));
        this.required = required(kind);
        this.issuer = issuer;
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        if (required.stream().anyMatch(name -> claims.getClaim(name) == null)) {
            throw new BadJWTException("claims");
        }
        super.verify(claims, context);
        var latest = Date.from(clock.instant().plusSeconds(SKEW_SECONDS));
        if (claims.getIssueTime().after(latest) || !List.of(issuer).equals(claims.getAudience())) {
            throw new BadJWTException("claims");
        }
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }

    private static Set<String> required(TokenKind kind) {
        return switch (kind) {
            case ACCESS ->
                Set.of("aud", "sub", "iat", "exp", "jti", "client_id", "sid", "scope", "acr", "amr", "auth_time");
            case REFRESH -> Set.of("aud", "sub", "iat", "exp", "jti", "sid", "gen");
            case SIGN_IN -> Set.of("aud", "sub", "iat", "exp", "jti", "acc");
            case RECOVERY -> Set.of("aud", "sub", "iat", "exp", "jti");
            case DEVICE -> Set.of("aud", "sub", "iat", "exp", "jti", "did");
        };
    }
}
