package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.Contest.Wish;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Races on the way back. */
final class RecoveryRaces extends Races {

    /** A stranger can cause three mails to one mailbox in an hour; the one that confirmed it was the first. */
    private static final int MAILS = 2;

    private static final int FREE_GUESSES = 5;

    private final Holder bob;
    private Holder ann;
    private int mails;

    RecoveryRaces(World world, Random chance) {
        super(world, chance);
        bob = withRecoveryCode();
        ann = withRecoveryCode();
    }

    void one_mailed_code_and_one_end() throws InterruptedException {
        var begun = begin();
        var id = begun.text("recoveryId");
        var code = ann.client.mailedCode(ann.email, "mailbox proof");

        var proofs = race(MANY, i -> recoveryProof(begun, "mailbox", code));

        assertThat(Contest.good(proofs)).isOne();
        assertThat(count(id, "RecoveryProofAccepted")).isOne();
        recoveryProof(begun, "recovery_code", ann.recoveryCode).send(door()).expect(200);

        var ends = race(
                8,
                i -> Wish.post(
                        "/v1/recoveries/" + id + "/complete",
                        begun.text("handle"),
                        Map.of("password", "a password for racer " + i)));

        assertThat(Contest.good(ends)).isOne();
        assertThat(count(id, "RecoveryCompleted")).isOne();
        assertThat(world.events(ann.accountId).stream()
                        .filter(event -> event.type().equals("AccountRecovered")))
                .hasSize(mails);
    }

    void revocation_of_the_recovery_code_against_its_proof() throws InterruptedException {
        bob.signIn().expect(200);
        var begun = Wish.post("/v1/recoveries", "", Map.of("email", bob.email))
                .send(door())
                .expect(202);
        int place = chance.nextInt(8);
        int before = world.events(bob.accountId).size();

        var answers = race(
                8,
                i -> i == place
                        ? Wish.delete("/v1/account/recovery-code", bob.access)
                        : recoveryProof(begun, "recovery_code", bob.recoveryCode));

        answers.remove(place).expect(204);
        var both = new ArrayList<>(world.events(begun.text("recoveryId")));
        both.addAll(since(bob.accountId, before));
        Pair.REVOKE_RECOVERY_CODE.check(both, Contest.good(answers));
        var late = Wish.post("/v1/recoveries", "", Map.of("email", bob.email))
                .send(door())
                .expect(202);
        recoveryProof(late, "recovery_code", bob.recoveryCode).send(door()).expect(400);
        bob.makeRecoveryCode();
    }

    /** Also for an address that nobody has: its decoy has the budget of an account. */
    void wrong_mailed_codes() throws InterruptedException {
        var nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        var flows = Stream.generate(() -> Wish.post("/v1/recoveries", "", Map.of("email", nobody))
                        .send(door())
                        .expect(202))
                .limit(10)
                .toList();

        var answers = race(
                100, i -> recoveryProof(flows.get(i % 10), "mailbox", "%08d".formatted(chance.nextInt(100_000_000))));

        assertThat(Contest.good(answers)).isZero();
        assertThat(flows.stream().mapToLong(this::evaluated).sum()).isEqualTo(FREE_GUESSES);
    }

    private long evaluated(Answer begun) {
        return count(begun.text("recoveryId"), "RecoveryProofRefused", "WRONG_PROOF");
    }

    private Answer begin() {
        if (mails == MAILS) {
            ann = withRecoveryCode();
            mails = 0;
        }
        mails++;
        return Wish.post("/v1/recoveries", "", Map.of("email", ann.email))
                .send(door())
                .expect(202);
    }

    private Holder withRecoveryCode() {
        var holder = Holder.registered(door());
        holder.signIn().expect(200);
        holder.makeRecoveryCode();
        return holder;
    }
}
