package io.latchkey.api.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.latchkey.command.SessionGrant;
import io.latchkey.event.SessionKind;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The claims of an access token (RFC 9068, acr and amr). */
final class AccessClaims {

    private static final String CLIENT = "latchkey";

    private AccessClaims() {}

    static JWTClaimsSet of(JWTClaimsSet.Builder claims, SessionGrant grant) {
        claims.claim("client_id", CLIENT)
                .claim("sid", grant.sessionId())
                .claim("scope", scope(grant))
                .claim("acr", "urn:latchkey:aal" + grant.assurance())
                .claim("amr", grant.factors().stream().map(AccessClaims::method).toList())
                .claim("auth_time", Date.from(grant.provenAt()));
        if (!grant.roles().isEmpty()) {
            claims.claim(
                    "roles", grant.roles().stream().map(AccessClaims::lower).toList());
        }
        return claims.build();
    }

    static AccessToken read(JWTClaimsSet claims) throws ParseException {
        return new AccessToken(
                new AccountId(claims.getSubject()),
                new SessionId(claims.getStringClaim("sid")),
                claims.getStringClaim("scope"),
                roles(claims),
                Instant.ofEpochSecond(claims.getLongClaim("auth_time")));
    }

    static String scope(SessionGrant grant) {
        return grant.kind() == SessionKind.FULL ? AccessToken.ACCOUNT : AccessToken.RECOVERY_BIND;
    }

    private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
        List<String> names = claims.getStringListClaim("roles");
        return names == null
                ? Set.of()
                : names.stream()
                        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** RFC 8176 where it has a name. */
    private static String method(Factor factor) {
        return switch (factor) {
            case PASSWORD -> "pwd";
            case TOTP -> "otp";
            case DEVICE_KEY -> "pop";
            case BACKUP_CODE, EMAIL_CODE, RECOVERY_CODE, VOICE_CODE -> lower(factor);
        };
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
