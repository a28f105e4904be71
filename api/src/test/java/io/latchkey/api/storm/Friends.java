package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Three people, each a recovery contact of the other two for a week, and all of them organizers of one group. */
final class Friends {

    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final int PATIENCE = 300;

    /** A recovery that the contacts were asked for, and the code to be read out to them. */
    record Case(String id, String voiceCode) {}

    final List<Holder> all;
    final String group;
    private final Client door;
    private final Set<String> seen = new HashSet<>();
    private Instant proven;

    Friends(Client door, Consumer<List<Holder>> aWeekPasses) {
        this.door = door;
        all = Stream.generate(() -> strong(door)).limit(3).toList();
        all.forEach(this::nameTheOthers);
        aWeekPasses.accept(all);
        proven = door.now();
        group = post(all.getFirst(), "/v1/groups", Map.of("name", "The Examples"))
                .expect(201)
                .text("groupId");
        all.stream().skip(1).forEach(one -> {
            var invitation = invite(one);
            post(one, accepting(invitation), Map.of()).expect(204);
            promote(one);
        });
    }

    private static Holder strong(Client door) {
        var holder = Holder.registered(door);
        holder.signIn().expect(200);
        holder.enroll("phone");
        return holder;
    }

    private void nameTheOthers(Holder holder) {
        for (var other : all) {
            if (other != holder) {
                post(holder, "/v1/account/contacts", Map.of("email", other.email, "name", "a friend"))
                        .expect(202);
                acceptTheNewest(holder, other);
            }
        }
    }

    private void acceptTheNewest(Holder holder, Holder other) {
        var asked = unseen(other, "/v1/people", "people", "contactId");
        post(other, "/v1/people/" + holder.accountId + "/contacts/" + asked + "/accept", Map.of())
                .expect(204);
    }

    /** Proofs stay young and tokens alive. Who is helped at the moment must not do this: it would end the recovery. */
    void freshen() {
        if (door.now().isAfter(proven.plus(FRESH))) {
            all.forEach(holder -> holder.signInWithBackupCode().expect(200));
            proven = door.now();
        }
    }

    Holder of(int turn) {
        return all.get(turn % all.size());
    }

    /** Answers the id that the guest finds. */
    String invite(Holder guest) {
        post(host(guest), "/v1/groups/" + group + "/invitations", Map.of("email", guest.email))
                .expect(202);
        return unseen(guest, "/v1/groups", "invitations", "invitationId");
    }

    String accepting(String invitation) {
        return "/v1/groups/" + group + "/invitations/" + invitation + "/accept";
    }

    void promote(Holder member) {
        var path = "/v1/groups/" + group + "/members/" + member.accountId + "/role";
        send("PUT", path, host(member), "{\"role\":\"organizer\"}").expect(204);
    }

    private Holder host(Holder guest) {
        return all.getFirst() == guest ? all.getLast() : all.getFirst();
    }

    /** The mailbox is proven and the two contacts are asked. */
    Case ask(Holder holder) {
        var begun = holder.startRecovery();
        holder.proveRecovery(begun, "mailbox", door.mailedCode(holder.email, "mailbox proof"))
                .expect(200);
        var id = begun.text("recoveryId");
        var asked = door.post("/v1/recoveries/" + id + "/contacts", begun.text("handle"), Map.of())
                .expect(202);
        return new Case(id, asked.text("voiceCode"));
    }

    /** What stops a recovery, from the mail that tells of it. */
    Map<String, String> veto(Holder holder, String id) {
        var link = Pattern.compile("#k=veto&r=" + id + "&t=([A-Za-z0-9_-]{43})");
        return Map.of("token", door.mail(holder.email, "", link).group(1));
    }

    Answer post(Holder by, String path, Map<String, ?> body) {
        return door.post(path, by.access, body);
    }

    Answer send(String method, String path, Holder by, String body) {
        return door.send(method, path, by.access, body, UUID.randomUUID().toString());
    }

    /** Waits for the next in a list: what it shows may be a moment old. */
    String unseen(Holder reader, String path, String list, String name) {
        for (int i = 0; i < PATIENCE; i++) {
            for (JsonNode line : door.get(path, reader.access).body().path(list)) {
                var id = line.path(name).asString();
                if (seen.add(id)) {
                    return id;
                }
            }
            Client.pause(100);
        }
        throw new AssertionError("nothing new in " + path + " for " + reader.accountId);
    }
}
