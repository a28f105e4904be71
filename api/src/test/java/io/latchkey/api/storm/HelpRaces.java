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
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Races of those who help each other back in: three friends, of whom each has a turn at being helped. */
final class HelpRaces extends Races {

    /** A stranger can cause three mails to one mailbox in an hour, and the first confirmed it. Consents are five a day. */
    private static final int TURNS = 6;

    private static final int PATIENCE = 300;

    private Friends friends;
    private int cases;
    private int groupCases;

    HelpRaces(World world, Random chance) {
        super(world, chance);
    }

    private Friends together() {
        if (friends == null || cases == TURNS || groupCases == TURNS) {
            friends = new Friends(door(), world::aWeekPasses);
            cases = 0;
            groupCases = 0;
        }
        friends.freshen();
        return friends;
    }

    /** The consent counts or not, but never of whoever was removed; who comes back has to give it anew. */
    void an_approval_against_the_removal_of_its_organizer_and_one_way_back() throws InterruptedException {
        var together = together();
        int turn = groupCases++;
        var removing = together.of(turn);
        var removed = together.of(turn + 1);
        var group = "/v1/groups/" + together.group;
        var id = together.post(
                        removing,
                        group + "/members/" + together.of(turn + 2).accountId + "/recoveries",
                        Map.of("reason", "lost the phone"))
                .expect(202)
                .text("recoveryId");
        int before = world.events(together.group).size();
        int place = chance.nextInt(8);

        var answers = race(
                8,
                2,
                i -> i == place
                        ? Wish.delete(group + "/members/" + removed.accountId, removing.access)
                        : Wish.post(group + "/recoveries/" + id + "/approve", removed.access, Map.of()));

        answers.remove(place).expect(204);
        Pair.REMOVE_ORGANIZER.check(since(together.group, before), Contest.good(answers));
        comesBackOnce(together, removed);
        together.post(removed, group + "/recoveries/" + id + "/complete", Map.of())
                .expect(403);
        assertThat(consents(together, removing, removed, id)).containsExactly(removing.accountId);
        together.send("DELETE", group + "/recoveries/" + id, removing, null).expect(204);
    }

    private void comesBackOnce(Friends together, Holder guest) throws InterruptedException {
        var path = together.accepting(together.invite(guest));
        int before = world.events(together.group).size();
        int own = world.events(guest.accountId).size();

        var answers = race(16, i -> Wish.post(path, guest.access, Map.of()));

        assertThat(Contest.good(answers)).isOne();
        assertThat(types(together.group, before)).containsOnlyOnce("GroupMemberJoined");
        assertThat(types(guest.accountId, own)).containsOnlyOnce("GroupJoined");
        together.promote(guest);
    }

    /** Read when the list shows the organizer who came back last. */
    private List<String> consents(Friends together, Holder reader, Holder last, String id) {
        for (int i = 0; i < PATIENCE; i++) {
            var seen = door().get("/v1/groups/" + together.group, reader.access).body();
            if (isOrganizer(seen, last)) {
                return seen.path("recoveries")
                        .valueStream()
                        .filter(line -> line.path("recoveryId").asString().equals(id))
                        .flatMap(line -> line.path("consents").valueStream())
                        .map(JsonNode::asString)
                        .toList();
            }
            Client.pause(100);
        }
        throw new AssertionError("never seen as an organizer: " + last.accountId);
    }

    private static boolean isOrganizer(JsonNode group, Holder who) {
        return group.path("members")
                .valueStream()
                .filter(line -> line.path("accountId").asString().equals(who.accountId))
                .anyMatch(line -> line.path("role").asString().equals("organizer"));
    }

    void two_contacts_at_once() throws InterruptedException {
        var together = together();
        int turn = cases++;
        var holder = together.of(turn);
        var asked = together.ask(holder);
        int before = world.events(holder.accountId).size();

        var answers = race(16, i -> approval(holder, together.of(turn + 1 + i / 2 % 2), asked));

        assertThat(Contest.good(of(answers, 0))).isOne();
        assertThat(Contest.good(of(answers, 1))).isOne();
        assertThat(types(holder.accountId, before))
                .filteredOn(type -> !type.equals("ContactWishRefused"))
                .containsExactly("ContactRecoveryApproved", "ContactRecoveryApproved", "ContactRecoveryScheduled");
        veto(together, holder, asked).send(door()).expect(204);
    }

    void a_veto_against_the_last_approval() throws InterruptedException {
        var together = together();
        int turn = cases++;
        var holder = together.of(turn);
        var asked = together.ask(holder);
        approval(holder, together.of(turn + 1), asked).send(door()).expect(204);
        var veto = veto(together, holder, asked);
        int before = world.events(holder.accountId).size();
        int place = chance.nextInt(8);

        var answers = race(8, 2, i -> i == place ? veto : approval(holder, together.of(turn + 2), asked));

        answers.remove(place).expect(204);
        Pair.VETO.check(since(holder.accountId, before), Contest.good(answers));
    }

    private static Wish approval(Holder holder, Holder by, Friends.Case asked) {
        return Wish.post(
                "/v1/people/" + holder.accountId + "/recoveries/" + asked.id() + "/approve",
                by.access,
                Map.of("code", asked.voiceCode()));
    }

    private static Wish veto(Friends together, Holder holder, Friends.Case asked) {
        return Wish.post("/v1/recoveries/" + asked.id() + "/veto", "", together.veto(holder, asked.id()));
    }

    /** The answers to one of the two contacts. */
    private static List<Answer> of(List<Answer> answers, int contact) {
        return IntStream.range(0, answers.size())
                .filter(i -> i / 2 % 2 == contact)
                .mapToObj(answers::get)
                .toList();
    }

    private List<String> types(String id, int before) {
        return since(id, before).stream().map(Stored::type).toList();
    }
}
