package io.latchkey.value;

import java.util.regex.Pattern;

/** A key of the client's, wrapped by the client: opaque, up to 1,024 characters of base64url and dots, as a compact JWE has. */
public record WrappedKey(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,1024}");

    public WrappedKey {
        if (!SHAPE.matcher(Typed.present("wrappedKey", value)).matches()) {
            throw new Malformed("wrappedKey", "up to 1024 characters of base64url and dots");
        }
    }

    @Override
    public String toString() {
        return "WrappedKey[hidden]";
    }
}
