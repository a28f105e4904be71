package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.Contest.Wish;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who asks again with the same key until it is done, and who is told a clear problem each time it is not. What was done
 * is counted by the event it must have left.
 */
final class Persistence {

    private static final int PATIENCE = 100;
    private static final String UNAVAILABLE = "urn:latchkey:problem:temporarily-unavailable";
    private static final String UNKNOWN_SESSION = "urn:latchkey:problem:invalid-token";

    final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final Client client;
    private Holder ann;
    private int belongings;

    Persistence(Client client) {
        this.client = client;
    }

    /** For an address that nobody has. */
    void startsARecovery() {
        insist("RecoveryStarted", 202, post("/v1/recoveries", "", Map.of("email", UUID.randomUUID() + "@example.org")));
    }

    void guessesUntilItIsThrottled() {
        var nobody = Map.of("email", UUID.randomUUID() + "@example.org");
        var begun = insist("RecoveryStarted", 202, post("/v1/recoveries", "", nobody));
        var other = insist("RecoveryStarted", 202, post("/v1/recoveries", "", nobody));
        for (int i = 0; i < 8; i++) {
            insist("", 400, Races.recoveryProof(i < 4 ? begun : other, "mailbox", "00000000"));
        }
    }

    void registers() {
        var holder = new Holder(client);
        var answer = insist(
                "AccountRegistered",
                201,
                post(
                        "/v1/accounts",
                        "",
                        Map.of("email", holder.email, "name", holder.name, "password", holder.password)));
        holder.accountId = answer.text("accountId");
        holder.secretKey = answer.text("secretKey");
        insist(
                "MailboxVerified",
                204,
                post(
                        "/v1/accounts/" + holder.accountId + "/mailbox/verify",
                        "",
                        Map.of("code", client.mailedCode(holder.email, "Confirm"))));
        ann = holder;
        belongings = 0;
    }

    void joins() {
        registers();
        signsIn();
    }

    void signsIn() {
        ann.keep(insist("SessionStarted", 200, signIn()));
    }

    void beginsAnAuthenticator() {
        keepWithinLimits();
        insist("TotpEnrolmentStarted", 201, post("/v1/account/totp", ann.access, Map.of("name", "phone")));
    }

    void trustsADevice() {
        keepWithinLimits();
        insist("DeviceTrusted", 201, post("/v1/account/devices", ann.access, Map.of("name", "laptop")));
    }

    void erases() {
        insist("AccountErased", 204, Wish.delete("/v1/account", ann.access));
        joins();
    }

    /** Each on a sign-in of its own; the account is new when its guesses are used up. */
    void mistypesASecondFactor() {
        joins();
        var begun = insist("TotpEnrolmentStarted", 201, post("/v1/account/totp", ann.access, Map.of("name", "phone")));
        ann.totpSecret = begun.text("secret");
        insist(
                "TotpEnrolled",
                200,
                post("/v1/account/totp/" + begun.text("id") + "/confirm", ann.access, Map.of("code", ann.code(0))));
        for (int i = 0; i < 3; i++) {
            var waiting = insist("SignInBegun", 200, signIn());
            insist("", 400, Races.proof(waiting, "totp", "000000"));
        }
        joins();
    }

    /** Anything but a success is a problem that says it passes, and it does. */
    Answer insist(String event, int expected, Wish wish) {
        var answer = send(wish);
        for (int i = 0; i < PATIENCE && answer.status() != expected; i++) {
            assertThat(passing(wish)).as(seen(wish, answer)).contains(answer.text("type"));
            Client.pause(100);
            answer = send(wish);
        }
        answer.expect(expected);
        done.merge(event, 1, Integer::sum);
        return answer;
    }

    /** A session that the read models do not know yet, because the fault holds them up, is no session. */
    private static List<String> passing(Wish wish) {
        return wish.token().isEmpty() ? List.of(UNAVAILABLE) : List.of(UNAVAILABLE, UNKNOWN_SESSION);
    }

    private static String seen(Wish wish, Answer answer) {
        return wish.method() + " " + wish.path() + " answered " + answer.status() + " "
                + answer.response().body();
    }

    private void keepWithinLimits() {
        if (++belongings == 9) {
            joins();
        }
    }

    private Answer send(Wish wish) {
        return client.send(wish.method(), wish.path(), wish.token(), wish.body(), wish.key());
    }

    private Wish signIn() {
        return post(
                "/v1/sign-ins", "", Map.of("email", ann.email, "password", ann.password, "secretKey", ann.secretKey));
    }

    private static Wish post(String path, String token, Map<String, ?> body) {
        return Wish.post(path, token, body);
    }
}
