package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.Contest.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Races for second factors: a holder, whose codes are made anew for each round. */
final class FactorRaces extends Races {

    private static final int FREE_GUESSES = 5;
    private static final Duration FRESH = Duration.ofMinutes(3);

    /** All of a stream is read for every wish: of whom more is known, the races get slow. */
    private static final int LONG_STREAM = 400;

    private Holder ann;
    private String deviceToken;
    private Instant fresh = Instant.EPOCH;

    FactorRaces(World world, Random chance) {
        super(world, chance);
        somebodyNew();
    }

    /** The set that the first race makes is the one the second redeems from, and its success clears the budget for the next. */
    void new_backup_codes_against_an_old_one_and_one_of_them() throws InterruptedException {
        freshen();
        newCodesAgainstAnOldOne();
        var flows = signIns(ann, 2);
        int before = world.events(ann.accountId).size();
        var code = ann.backupCodes.pop();

        var answers = race(MANY, i -> proof(flows.get(i % 2), "backup_code", code));

        assertThat(Contest.good(answers)).isOne();
        assertThat(since(ann.accountId, before).stream()
                        .filter(event -> event.type().equals("BackupCodeSpent")))
                .hasSize(1);
    }

    private void newCodesAgainstAnOldOne() throws InterruptedException {
        var flow = fromTheTrustedDevice();
        int before = world.events(ann.accountId).size();
        var code = ann.backupCodes.pop();
        int place = chance.nextInt(5);

        var answers = race(
                5,
                i -> i == place
                        ? Wish.post("/v1/account/backup-codes", ann.access, Map.of())
                        : proof(flow, "backup_code", code));

        keepCodes(answers.remove(place).expect(201));
        Pair.REGENERATE_BACKUP_CODES.check(since(ann.accountId, before), Contest.good(answers));
    }

    /** The step that confirmed the authenticator is spent by that; the next is good once. */
    void the_steps_of_an_authenticator() throws InterruptedException {
        freshen();
        var used = enroll(-1);
        var flows = signIns(ann, 2);
        long before = count(ann.accountId, "TotpAccepted");
        assertThat(Contest.good(race(4, i -> proof(flows.get(i % 2), "totp", used))))
                .isZero();
        var code = ann.code(0);

        var answers = race(MANY, i -> proof(flows.get(i % 2), "totp", code));

        assertThat(Contest.good(answers)).isOne();
        assertThat(count(ann.accountId, "TotpAccepted") - before).isOne();
        removeIt();
    }

    void removal_of_an_authenticator_against_its_code() throws InterruptedException {
        freshen();
        enroll(-1);
        var flow = signIns(ann, 1).getFirst();
        int before = world.events(ann.accountId).size();
        var code = ann.code(0);
        int place = chance.nextInt(8);

        var answers = race(8, i -> i == place ? removal() : proof(flow, "totp", code));

        answers.remove(place).expect(204);
        Pair.REMOVE_AUTHENTICATOR.check(since(ann.accountId, before), Contest.good(answers));
        answers.stream()
                .filter(answer -> answer.status() == 200)
                .forEach(answer -> door().get("/v1/account", answer.access()).expect(401));
    }

    void equal_and_other_requests_with_one_key() throws InterruptedException {
        freshen();
        enroll(0);
        var key = UUID.randomUUID().toString();
        int before = world.events(ann.accountId).size();

        var answers = race(
                100,
                i -> new Wish(
                        "PATCH",
                        "/v1/account/totp/" + ann.totpId,
                        ann.access,
                        Client.JSON.writeValueAsString(Map.of("name", i % 2 == 0 ? "phone" : "tablet")),
                        key));

        assertThat(Contest.good(answers)).as("one of the two bodies").isEqualTo(50);
        assertThat(good(answers, 0, 2)).isIn(0L, 50L);
        assertThat(answers).extracting(Answer::status).containsOnly(204, 422);
        assertThat(since(ann.accountId, before).stream()
                        .filter(event -> event.type().equals("AuthenticatorRenamed")))
                .hasSize(1);
        removeIt();
    }

    /** Whoever is wrong on many flows and both nodes at once has no more guesses than with one. */
    void wrong_codes_of_an_authenticator() throws InterruptedException {
        freshen();
        enroll(-1);
        var flows = signIns(ann, 3);
        int before = world.events(ann.accountId).size();

        var answers = race(100, i -> proof(flows.get(i % 3), "totp", "%06d".formatted(chance.nextInt(1_000_000))));

        assertThat(Contest.good(answers)).isZero();
        assertThat(since(ann.accountId, before).stream()
                        .filter(event -> event.equals(new World.Stored("SignInRefused", "WRONG_PROOF"))))
                .hasSize(FREE_GUESSES);
        removeIt();
    }

    /** A known client has a budget of its own. */
    private Answer fromTheTrustedDevice() {
        return Wish.post(
                        "/v1/sign-ins",
                        "",
                        Map.of("email", ann.email, "password", ann.password, "deviceToken", deviceToken))
                .send(door())
                .expect(200);
    }

    private void keepCodes(Answer shown) {
        ann.backupCodes.clear();
        shown.body().path("codes").forEach(code -> ann.backupCodes.add(code.asString()));
    }

    /** A further authenticator, with a budget and steps of its own; answers the code that confirmed it. */
    private String enroll(int step) {
        for (int tries = 1; ; tries++) {
            var begun = door().post("/v1/account/totp", ann.access, Map.of("name", "another"))
                    .expect(201);
            ann.totpId = begun.text("id");
            ann.totpSecret = begun.text("secret");
            var code = ann.code(step);
            var confirmed =
                    door().post("/v1/account/totp/" + ann.totpId + "/confirm", ann.access, Map.of("code", code));
            // The step may just have passed.
            if (confirmed.status() == 200 || tries == 3) {
                confirmed.expect(200);
                return code;
            }
        }
    }

    private void somebodyNew() {
        ann = Holder.protectedOne(door());
        deviceToken = Wish.post("/v1/account/devices", ann.access, Map.of("name", "laptop"))
                .send(door())
                .expect(201)
                .text("deviceToken");
        fresh = door().now();
    }

    /** Neither token nor proof gets old, and no session is one too many. */
    private void freshen() {
        if (world.events(ann.accountId).size() > LONG_STREAM) {
            somebodyNew();
        }
        if (door().now().isAfter(fresh.plus(FRESH))) {
            ann.keep(proof(fromTheTrustedDevice(), "backup_code", ann.backupCodes.pop())
                    .send(door())
                    .expect(200));
            fresh = door().now();
        }
        enroll(0);
        removeIt();
    }

    private Wish removal() {
        return Wish.delete("/v1/account/totp/" + ann.totpId, ann.access);
    }

    private void removeIt() {
        removal().send(door()).expect(204);
    }

    private static long good(List<Answer> answers, int which, int of) {
        var some = new ArrayList<Answer>();
        for (int i = which; i < answers.size(); i += of) {
            some.add(answers.get(i));
        }
        return Contest.good(some);
    }
}
