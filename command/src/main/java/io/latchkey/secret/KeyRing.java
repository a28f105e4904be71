package io.latchkey.secret;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that come from configuration; where there are several of a kind, the newest is the first. */
public record KeyRing(
        List<OctetSequenceKey> kek, OctetSequenceKey pepper, OctetSequenceKey index, List<ECKey> signing) {

    public static final String KEK = "latchkey.keys.kek";
    public static final String PEPPER = "latchkey.keys.pepper";
    public static final String INDEX = "latchkey.keys.index";
    public static final String SIGNING = "latchkey.keys.signing";

    public KeyRing {
        kek = List.copyOf(kek);
        signing = List.copyOf(signing);
        requireDifferent(Stream.concat(kek.stream(), Stream.of(pepper, index)).toList(), "kek, pepper and index");
        requireDifferent(signing, "signing");
    }

    /** Several keys of one kind: {@code kek} separates them by commas, {@code signing} is then a JWK set. */
    public static KeyRing of(
            @Nullable String kek, @Nullable String pepper, @Nullable String index, @Nullable String signing) {
        return new KeyRing(
                KeyTexts.secrets(KEK, kek),
                KeyTexts.secret(PEPPER, pepper),
                KeyTexts.secret(INDEX, index),
                KeyTexts.signing(SIGNING, signing));
    }

    /** Reads the four properties by their names, for example {@code KeyRing.from(environment::getProperty)}. */
    public static KeyRing from(Function<String, @Nullable String> property) {
        return of(property.apply(KEK), property.apply(PEPPER), property.apply(INDEX), property.apply(SIGNING));
    }

    /** What may be published: no private member in it. */
    public JWKSet published() {
        return new JWKSet(List.<JWK>copyOf(signing)).toPublicJWKSet();
    }

    @Override
    public String toString() {
        return "KeyRing[hidden]";
    }

    private static void requireDifferent(List<? extends JWK> keys, String kinds) {
        var ids = keys.stream().map(JWK::getKeyID).toList();
        if (new HashSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("latchkey.keys: the same key is used twice among " + kinds + ".");
        }
    }
}
