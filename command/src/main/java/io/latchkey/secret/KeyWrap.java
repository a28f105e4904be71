package io.latchkey.secret;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;

/** Wraps data keys under the newest key-encryption key and unwraps them under any; the wrapping is bound to id and owner. */
final class KeyWrap {

    private static final int LENGTH = 32;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    KeyWrap(KeyRing keys) {
        this.keys = keys;
    }

    String newest() {
        return keys.kek().getFirst().getKeyID();
    }

    String wrapFresh(String id, String owner) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return wrap(owner, new OctetSequenceKey.Builder(bytes).keyID(id).build());
    }

    String rewrap(String id, String owner, String wrapped) {
        return wrap(owner, unwrap(id, owner, wrapped));
    }

    OctetSequenceKey unwrap(String id, String owner, String wrapped) {
        var jwe = Jwe.KEY.parse(owner, wrapped);
        var json = Jwe.KEY.open(jwe, kek(jwe.getHeader().getKeyID()));
        try {
            var key = OctetSequenceKey.parse(new String(json, StandardCharsets.UTF_8));
            if (id.equals(key.getKeyID()) && key.size() == LENGTH * Byte.SIZE) {
                return key;
            }
        } catch (ParseException foreign) {
            throw new SealBroken("not a data key");
        }
        throw new SealBroken("another data key");
    }

    private String wrap(String owner, OctetSequenceKey key) {
        return Jwe.KEY.seal(keys.kek().getFirst(), owner, key.toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    private OctetSequenceKey kek(String id) {
        return keys.kek().stream()
                .filter(key -> key.getKeyID().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        KeyRing.KEK + " lacks a key that still wraps data keys; add it behind the newest one."));
    }
}
