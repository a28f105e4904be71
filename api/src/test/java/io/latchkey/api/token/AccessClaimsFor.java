package io.latchkey.api.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The claims of a good access token, to be spoiled one at a time. */
final class AccessClaimsFor {

    private AccessClaimsFor() {}

    static JWTClaimsSet.Builder builder(String issuer, String id, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(issuer)
                .subject(id)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(id)
                .claim("client_id", "latchkey")
                .claim("sid", id)
                .claim("scope", "account")
                .claim("acr", "urn:latchkey:aal2")
                .claim("amr", List.of("pwd", "otp"))
                .claim("auth_time", now.getEpochSecond());
    }
}
