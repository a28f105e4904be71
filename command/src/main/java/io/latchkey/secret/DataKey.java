package io.latchkey.secret;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.jspecify.annotations.Nullable;

/** The key of one owner; without a secret it is the tombstone of a destroyed one. */
record DataKey(String id, String owner, @Nullable OctetSequenceKey secret) {

    boolean isDestroyed() {
        return secret == null;
    }

    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
