package io.latchkey.value;

import java.util.regex.Pattern;

/** What a client derives from a recovery code that it made itself and shows to nobody: 32 bytes in base64url. */
public record CodeVerifier(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    public CodeVerifier {
        if (!SHAPE.matcher(Typed.present("verifier", value)).matches()) {
            throw new Malformed("verifier", "32 bytes in base64url");
        }
    }

    @Override
    public String toString() {
        return "CodeVerifier[hidden]";
    }
}
