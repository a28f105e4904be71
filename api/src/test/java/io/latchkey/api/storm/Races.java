package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.Contest.Wish;
import io.latchkey.api.storm.World.Stored;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What all races share: a world, chance, a holder, and the table of legal outcomes. */
abstract class Races {

    static final int MANY = 64;

    /**
     * Redeem against end: the table of legal outcomes. Redeemed and then ended, or ended at once; never redeemed after the end,
     * never twice, never without an end.
     */
    enum Pair {
        REGENERATE_BACKUP_CODES("BackupCodeSpent", "BackupCodesGenerated"),
        REMOVE_AUTHENTICATOR("TotpAccepted", "AuthenticatorRemoved"),
        REVOKE_RECOVERY_CODE("RecoveryProofAccepted", "RecoveryCodeRevoked"),
        REMOVE_ORGANIZER("GroupRecoveryApproved", "GroupMemberLeft"),
        VETO("ContactRecoveryScheduled", "AssistedRecoveryCancelled");

        private final String redeemed;
        private final String ended;

        Pair(String redeemed, String ended) {
            this.redeemed = redeemed;
            this.ended = ended;
        }

        void check(List<Stored> events, long good) {
            var happened = events.stream()
                    .map(Stored::type)
                    .filter(type -> type.equals(redeemed) || type.equals(ended))
                    .toList();
            assertThat(happened).as("%s: legal outcomes", this).isIn(List.of(redeemed, ended), List.of(ended));
            assertThat(good).as("%s: successes told", this).isEqualTo(happened.size() - 1L);
        }
    }

    final World world;
    final Random chance;

    Races(World world, Random chance) {
        this.world = world;
        this.chance = chance;
    }

    final Client door() {
        return world.nodes().getFirst();
    }

    final List<Answer> race(int racers, Function<Integer, Wish> wish) throws InterruptedException {
        return new Contest(world.nodes(), chance).with(racers, wish).run();
    }

    /** Where those who come later may find something used or gone. */
    final List<Answer> race(int racers, int faces, Function<Integer, Wish> wish) throws InterruptedException {
        return new Contest(world.nodes(), chance).with(racers, wish).run(faces);
    }

    final long count(String id, String type) {
        return world.events(id).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    final long count(String id, String type, String reason) {
        return world.events(id).stream()
                .filter(event -> event.equals(new Stored(type, reason)))
                .count();
    }

    /** What happened to an account since it had so many events. */
    final List<Stored> since(String id, int before) {
        var events = world.events(id);
        return events.subList(before, events.size());
    }

    static Wish proof(Answer signIn, String factor, String code) {
        return Wish.post(
                "/v1/sign-ins/" + signIn.text("signInId") + "/proofs",
                signIn.text("handle"),
                Map.of("factor", factor, "code", code));
    }

    static Wish recoveryProof(Answer begun, String kind, String code) {
        return Wish.post(
                "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                begun.text("handle"),
                Map.of("kind", kind, "code", code));
    }

    static List<Answer> signIns(Holder holder, int flows) {
        return Stream.generate(() -> Wish.post(
                                "/v1/sign-ins",
                                "",
                                Map.of(
                                        "email", holder.email,
                                        "password", holder.password,
                                        "secretKey", holder.secretKey))
                        .send(holder.client)
                        .expect(200))
                .limit(flows)
                .toList();
    }
}
