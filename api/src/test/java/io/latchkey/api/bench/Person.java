package io.latchkey.api.bench;

import io.latchkey.totp.Base32;
import io.latchkey.totp.Totp;
import io.latchkey.value.AccountId;
import io.latchkey.value.TotpAlgorithm;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Somebody with an account that was put there before the measuring began. */
final class Person {

    static final String PASSWORD = "correct horse battery";
    private static final int PERIOD = 30;

    /** A sign-in that waits for its second factor. */
    record Waiting(String id, String handle) {}

    final AccountId account;
    final String email;
    final String seed;
    final String secretKey;
    final String recoveryCode;
    final String session;
    /** Good for five minutes. */
    volatile String access = "";

    final Deque<Waiting> signIns = new ArrayDeque<>();
    private long lastStep;

    Person(AccountId account, String email, String seed, String secretKey, String recoveryCode, String session) {
        this.account = account;
        this.email = email;
        this.seed = seed;
        this.secretKey = secretKey;
        this.recoveryCode = recoveryCode;
        this.session = session;
    }

    /** One code for each step of thirty seconds. */
    boolean hasCode() {
        return Totp.step(Instant.now(), PERIOD) > lastStep;
    }

    String code() {
        lastStep = Totp.step(Instant.now(), PERIOD);
        return Totp.code(Base32.decode(seed), TotpAlgorithm.SHA1, 6, lastStep);
    }
}
