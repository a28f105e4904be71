package io.latchkey.api.token;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** A compact signature by a key on P-256, spelled as it must be and no other way. */
final class Compact {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");

    private Compact() {}

    /** One spelling only: the last symbol of a signature has unused bits, and they must be zero. */
    static String checked(String token, int longest, Set<String> header) throws ParseException {
        if (token.length() > longest || !FORM.matcher(token).matches()) {
            throw new TokenRefused();
        }
        var parts = JOSEObject.split(token);
        var signature = parts[2];
        if (!isHeader(parts[0], header)
                || !isText(parts[1])
                || !Base64URL.encode(signature.decode()).equals(signature)) {
            throw new TokenRefused();
        }
        return token;
    }

    /** Looked at before the library does, which stumbles over a header that is {@code null}. */
    private static boolean isHeader(Base64URL part, Set<String> members) throws ParseException {
        var header = JSONObjectUtils.parse(part.decodeToString());
        return isText(part) && header != null && members.equals(header.keySet()) && !header.containsValue(null);
    }

    /** The library would read broken UTF-8 with a replacement for what it cannot read (RFC 8725, 3.7). */
    private static boolean isText(Base64URL part) {
        return Arrays.equals(part.decode(), part.decodeToString().getBytes(StandardCharsets.UTF_8));
    }
}
