package io.latchkey.secret;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes text unreadable for all but its owner's key, and bound to the place it was sealed for. */
public final class Sealer {

    private static final Pattern OWNER = Pattern.compile("[a-z]+:[a-z0-9-]{1,64}");
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DataKeys keys;

    /** New keys are made {@code apart} from the transaction of the caller. */
    public Sealer(JdbcClient jdbc, TransactionOperations apart, KeyRing keys, Clock clock) {
        this(new DataKeys(
                new DataKeyTable(jdbc, clock), new KeyWrap(keys), new KeyCache(Ticker.systemTicker()), apart));
    }

    Sealer(DataKeys keys) {
        this.keys = keys;
    }

    /** The owner gets a key when it has none; {@link KeyDestroyed} when it is an erased account. */
    public String seal(String owner, String context, String plain) {
        var key = keys.forSealing(checked(owner)).secret();
        if (key == null) {
            throw new KeyDestroyed();
        }
        return Jwe.DATA.seal(key, context, encoded(plain));
    }

    /** Empty when the key was destroyed; {@link SealBroken} when it is not what was sealed for this context. */
    public Optional<String> open(String context, String sealed) {
        var jwe = Jwe.DATA.parse(context, sealed);
        var id = jwe.getHeader().getKeyID();
        if (!KEY_ID.matcher(id).matches()) {
            throw new SealBroken("wrong key id");
        }
        var key = keys.forOpening(UUID.fromString(id)).orElseThrow(() -> new SealBroken("unknown key"));
        return Optional.ofNullable(key.secret()).map(secret -> decoded(Jwe.DATA.open(jwe, secret)));
    }

    /** Takes as long as to open something, for an owner who has sealed nothing. */
    public void pretend(String owner) {
        var key = keys.forPretending(checked(owner)).secret();
        if (key != null) {
            var unused = Jwe.DATA.seal(key, "nothing", new byte[0]);
        }
    }

    /** Erases all that was sealed for this owner; an account never gets another key. */
    public void destroy(String owner) {
        keys.destroy(checked(owner));
    }

    /** Wraps every data key by the newest key-encryption key and says how many had an older one. */
    public int rewrap() {
        return keys.rewrap();
    }

    private static String checked(String owner) {
        if (!OWNER.matcher(owner).matches()) {
            throw new IllegalArgumentException("owner of a seal: a kind, a colon and an id");
        }
        return owner;
    }

    private static byte[] encoded(String plain) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(plain));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("text to seal: well-formed Unicode");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new SealBroken("not UTF-8");
        }
    }
}
