package io.latchkey.api.edge;

import io.latchkey.command.BackupCodeDigest;
import io.latchkey.command.BackupCodeDigests;
import io.latchkey.command.Limits;
import io.latchkey.command.PasswordDigest;
import io.latchkey.secret.Argon2Bulkhead;
import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import io.latchkey.value.BackupCode;
import io.latchkey.value.Ids;
import io.latchkey.value.Password;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does the slow work on secrets before any command, on its own few threads; unknown accounts cost the same. */
@Component
public final class SlowHashing {

    /** A new set of backup codes: what is shown once, and what is kept. */
    public record NewBackupCodes(List<String> shown, BackupCodeDigests kept) {
        @Override
        public String toString() {
            return "NewBackupCodes[hidden]";
        }
    }

    private final Argon2Bulkhead bulkhead;
    private final Hashing hashing;
    private final SecureRandom random;
    private final Ids ids;

    SlowHashing(Argon2Bulkhead bulkhead, Hashing hashing, SecureRandom random, Ids ids) {
        this.bulkhead = bulkhead;
        this.hashing = hashing;
        this.random = random;
        this.ids = ids;
    }

    public Mono<PasswordDigest> password(AccountId account, Password password) {
        return slow(() -> hashing.password(account, password)).map(PasswordDigest::new);
    }

    public Mono<BackupCodeDigest> backupCode(AccountId account, BackupCode code) {
        return slow(() -> hashing.backupCode(account, code)).map(digest -> new BackupCodeDigest(code.slot(), digest));
    }

    /** As many at a time as can be worked on, so that ten codes do not crowd out everybody's sign-ins. */
    public Mono<NewBackupCodes> newBackupCodes(AccountId account) {
        return Mono.defer(() -> {
            var codes = IntStream.range(0, Limits.BACKUP_CODES)
                    .mapToObj(slot -> BackupCode.random(slot, random))
                    .toList();
            var shown = codes.stream().map(BackupCode::formatted).toList();
            return Flux.fromIterable(codes)
                    .flatMapSequential(code -> slow(() -> hashing.backupCode(account, code)), bulkhead.threads())
                    .collectList()
                    .map(digests -> new NewBackupCodes(shown, new BackupCodeDigests(ids.next(), digests)));
        });
    }

    private Mono<String> slow(Supplier<String> work) {
        return Mono.fromFuture(() -> bulkhead.submit(work));
    }
}
