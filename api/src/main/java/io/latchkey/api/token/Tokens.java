package io.latchkey.api.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.latchkey.command.Limits;
import io.latchkey.command.SessionGrant;
import io.latchkey.command.Way;
import io.latchkey.event.SessionKind;
import io.latchkey.secret.KeyRing;
import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Ids;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SessionId;
import io.latchkey.value.SignInId;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues the five kinds of token and reads them back; whatever is wrong with one, it is {@link TokenRefused}. */
public final class Tokens {

    public static final Duration ACCESS_LIFE = Duration.ofMinutes(5);

    /** Reads claims that the rule of the kind requires. */
    private interface Reading<T> {
        T from(JWTClaimsSet claims) throws ParseException;
    }

    private final TokenWriter writer;
    private final TokenReader reader;

    public Tokens(KeyRing keys, String issuer, Ids ids, Clock clock) {
        writer = new TokenWriter(keys, issuer, ids, clock);
        reader = new TokenReader(keys, issuer, clock);
    }

    public IssuedTokens session(SessionGrant grant) {
        var expiresAt = earlier(writer.now().plus(ACCESS_LIFE), grant.expiresAt());
        var claims = AccessClaims.of(writer.claims(grant.accountId(), expiresAt), grant);
        var refresh = grant.kind() == SessionKind.FULL ? refresh(grant) : null;
        var seconds = Duration.between(writer.now(), expiresAt).toSeconds();
        return new IssuedTokens(writer.write(TokenKind.ACCESS, claims), refresh, seconds, AccessClaims.scope(grant));
    }

    public String signIn(String signInId, AccountId accountId, Instant expiresAt) {
        var claims = writer.claims(signInId, expiresAt).claim("acc", accountId.value());
        return writer.write(TokenKind.SIGN_IN, claims.build());
    }

    public String recovery(String recoveryId, Instant expiresAt) {
        return writer.write(
                TokenKind.RECOVERY, writer.claims(recoveryId, expiresAt).build());
    }

    /** For a way that is decided on the account, which is known by then. */
    public String recovery(String recoveryId, Way way, AccountId accountId, Instant expiresAt) {
        var claims = writer.claims(recoveryId, expiresAt).claim("acc", accountId.value());
        return writer.write(TokenKind.RECOVERY, claims.claim("way", way.name()).build());
    }

    public String device(AccountId accountId, String deviceId) {
        var claims = writer.claims(accountId.value(), writer.now().plus(Limits.DEVICE_UNUSED));
        return writer.write(TokenKind.DEVICE, claims.claim("did", deviceId).build());
    }

    public AccessToken readAccess(String token) {
        return read(TokenKind.ACCESS, token, AccessClaims::read);
    }

    public RefreshToken readRefresh(String token) {
        return read(
                TokenKind.REFRESH,
                token,
                claims -> new RefreshToken(
                        new AccountId(claims.getSubject()),
                        new SessionId(claims.getStringClaim("sid")),
                        claims.getIntegerClaim("gen")));
    }

    public SignInHandle readSignIn(String token) {
        return read(
                TokenKind.SIGN_IN,
                token,
                claims -> new SignInHandle(
                        new SignInId(claims.getSubject()), new AccountId(claims.getStringClaim("acc"))));
    }

    public RecoveryHandle readRecovery(String token) {
        return read(TokenKind.RECOVERY, token, claims -> {
            var id = new RecoveryId(claims.getSubject());
            var account = claims.getStringClaim("acc");
            return account == null
                    ? new RecoveryHandle(id, Way.RECOVERY_CODE, null)
                    : new RecoveryHandle(
                            id, Way.valueOf(Objects.toString(claims.getStringClaim("way"))), new AccountId(account));
        });
    }

    public DeviceToken readDevice(String token) {
        return read(
                TokenKind.DEVICE,
                token,
                claims -> new DeviceToken(
                        new AccountId(claims.getSubject()), new DeviceId(claims.getStringClaim("did"))));
    }

    /** A device token that is missing, not good or somebody else's is no device at all. */
    public Optional<DeviceId> deviceOf(AccountId accountId, @Nullable String token) {
        try {
            return Optional.ofNullable(token)
                    .map(this::readDevice)
                    .filter(device -> device.accountId().equals(accountId))
                    .map(DeviceToken::deviceId);
        } catch (TokenRefused noDevice) {
            return Optional.empty();
        }
    }

    private String refresh(SessionGrant grant) {
        var claims = writer.claims(grant.accountId(), grant.expiresAt())
                .claim("sid", grant.sessionId())
                .claim("gen", grant.generation());
        return writer.write(TokenKind.REFRESH, claims.build());
    }

    private <T> T read(TokenKind kind, String token, Reading<T> reading) {
        try {
            return reading.from(reader.read(kind, token));
        } catch (ParseException | IllegalArgumentException | DateTimeException wrongTypeOrForm) {
            throw new TokenRefused();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
