package io.latchkey.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** What an authenticator app reads from the QR code; it holds the key, so it is shown once. */
public final class OtpauthUri {
    private OtpauthUri() {}

    public static String of(String issuer, String account, byte[] key, TotpParameters parameters) {
        var label = encoded(issuer) + ":" + encoded(account).replace("%40", "@");
        return "otpauth://totp/" + label
                + "?secret=" + Base32.encode(key)
                + "&issuer=" + encoded(issuer)
                + "&algorithm=" + parameters.algorithm().name()
                + "&digits=" + parameters.digits()
                + "&period=" + parameters.periodSeconds();
    }

    /** RFC 3986; the JDK encodes for forms, which differs in three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
