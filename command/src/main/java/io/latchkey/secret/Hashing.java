package io.latchkey.secret;

import io.latchkey.value.AccountId;
import io.latchkey.value.BackupCode;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SecretKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Turns secrets into what may be stored and compared. Salts are derived, so a digest needs no look-up and an unknown account
 * costs as much as a known one. Password and backup code are slow: call them on the {@link Argon2Bulkhead}.
 */
public final class Hashing {

    private static final String VERSION = "v1$";
    private static final int SALT = 16;

    private final Hmac pepper;
    private final Hmac index;

    public Hashing(KeyRing keys) {
        this.pepper = new Hmac(keys.pepper());
        this.index = new Hmac(keys.index());
    }

    public String password(AccountId account, Password password) {
        return slow(password.value(), "password", account.value());
    }

    public String backupCode(AccountId account, BackupCode code) {
        return slow(code.body(), "backup", account.value(), Integer.toString(code.slot()));
    }

    /** Not slow: the code itself has 135 random bits. */
    public String recoveryCode(AccountId account, RecoveryCode code) {
        return versioned(pepper.of("rc:v1", account.value(), code.body()));
    }

    /** Not slow either: it is derived from as many. */
    public String codeVerifier(AccountId account, CodeVerifier verifier) {
        return versioned(pepper.of("rv:v1", account.value(), verifier.value()));
    }

    public String secretKey(AccountId account, SecretKey key) {
        return versioned(pepper.of("sk:v1", account.value(), key.body()));
    }

    /** Finds an account without keeping its address. */
    public String lookup(EmailAddress email) {
        return text(index.of("email:v1", email.lookup()));
    }

    /** A digest only this installation can make, for ids and keys derived from what people send. */
    public String keyed(String purpose, String... parts) {
        return text(index.of(purpose, String.join("\0", parts)));
    }

    /** The bucket that a client is counted in: one IPv4 address or one IPv6 network of 64 bits. */
    public String client(String ip) {
        return text(index.of("client:v1", ClientNetwork.of(ip)));
    }

    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String slow(String secret, String... context) {
        var salt = Arrays.copyOf(pepper.of("salt", String.join("\0", context)), SALT);
        return versioned(pepper.of(Argon2.of(secret, salt)));
    }

    private static String versioned(byte[] digest) {
        return VERSION + text(digest);
    }

    private static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
