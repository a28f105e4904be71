package io.latchkey.value;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 256 random bits in a link: the last of the 43 symbols carries only four of them. */
public record LinkToken(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    public LinkToken {
        if (!SHAPE.matcher(Typed.present("link token", value)).matches()) {
            throw new Malformed("link token", "32 bytes in base64url");
        }
    }

    public static LinkToken random(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "LinkToken[hidden]";
    }
}
