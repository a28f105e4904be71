import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of a recovery code that the server never sees. Needs a JDK and nothing else:
 *
 * <pre>
 * java OwnCode.java code                                     makes a code: 32 random bytes in hexadecimal
 * java OwnCode.java verifier SERVICE CODE                    what the server keeps and compares
 * java OwnCode.java wrap     SERVICE CODE KEY                the key (base64url), wrapped for the server to keep
 * java OwnCode.java unwrap   SERVICE CODE WRAPPED            the key again
 * </pre>
 *
 * SERVICE is the address of the installation, so that one code gives another verifier elsewhere.
 */
class OwnCode {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int NONCE = 12;

    public static void main(String[] given) throws GeneralSecurityException {
        System.out.println(switch (given[0]) {
            case "code" -> newCode();
            case "verifier" -> TEXT.encodeToString(derive(given[1], given[2], "verifier"));
            case "wrap" -> wrap(derive(given[1], given[2], "wrapping key"), Base64.getUrlDecoder().decode(given[3]));
            case "unwrap" -> TEXT.encodeToString(unwrap(derive(given[1], given[2], "wrapping key"), given[3]));
            default -> throw new IllegalArgumentException(given[0]);
        });
    }

    static String newCode() {
        var code = new byte[32];
        new SecureRandom().nextBytes(code);
        return HexFormat.of().formatHex(code);
    }

    /** HKDF with SHA-256 (RFC 5869): the salt is the service, the info says what for; 32 bytes, so one block. */
    static byte[] derive(String service, String code, String use) throws GeneralSecurityException {
        var extracted = hmac(utf8(service), HexFormat.of().parseHex(code));
        var info = utf8("latchkey recovery code v1 " + use);
        var block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(extracted, block);
    }

    /** AES-256-GCM: nonce, ciphertext and tag in one. */
    static String wrap(byte[] wrappingKey, byte[] key) throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, wrappingKey, nonce).doFinal(key);
        var both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return TEXT.encodeToString(both);
    }

    static byte[] unwrap(byte[] wrappingKey, String wrapped) throws GeneralSecurityException {
        var both = Base64.getUrlDecoder().decode(wrapped);
        var nonce = Arrays.copyOf(both, NONCE);
        return cipher(Cipher.DECRYPT_MODE, wrappingKey, nonce).doFinal(both, NONCE, both.length - NONCE);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
