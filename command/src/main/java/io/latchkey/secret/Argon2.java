package io.latchkey.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with fixed parameters: 19 MiB, two passes, one lane. Slow on purpose: never on an event loop or under a lock. */
final class Argon2 {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;

    private Argon2() {}

    static byte[] of(String secret, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        var digest = new byte[LENGTH];
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        generator.generateBytes(bytes, digest);
        Arrays.fill(bytes, (byte) 0);
        return digest;
    }
}
