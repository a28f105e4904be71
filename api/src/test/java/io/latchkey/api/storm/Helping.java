package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.Contest.Wish;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** What friends who help each other back in ask for until it is done, by the tables that it puts rows into. */
final class Helping {

    static final Map<String, Consumer<Helping>> READ_MODELS = new TreeMap<>(Map.of(
            "contact_view", Helping::namesAContact,
            "contact_approval_view", Helping::asksContacts,
            "group_view", Helping::beginsAGroup,
            "group_member_view", Helping::takesSomebodyIn,
            "group_invitation_view", Helping::invites,
            "group_recovery_view", Helping::helpsBackIn,
            "group_consent_view", Helping::helpsBackIn));

    final Persistence wishes;
    private final Client client;
    private final Friends friends;
    private final Holder ann;
    private final Holder bea;
    private final Holder max;

    Helping(Client client, Friends friends) {
        this.client = client;
        this.friends = friends;
        wishes = new Persistence(client);
        ann = friends.of(0);
        bea = friends.of(1);
        max = friends.of(2);
    }

    /** An address that nobody has. */
    private static Map<String, String> somebody() {
        return Map.of("email", UUID.randomUUID() + "@example.org", "name", "a friend");
    }

    private void namesAContact() {
        wishes.insist("ContactNamed", 202, post("/v1/account/contacts", ann, somebody()));
    }

    private void asksContacts() {
        var begun = wishes.insist("RecoveryStarted", 202, Wish.post("/v1/recoveries", "", Map.of("email", max.email)));
        var code = client.mailedCode(max.email, "mailbox proof");
        wishes.insist("RecoveryProofAccepted", 200, Races.recoveryProof(begun, "mailbox", code));
        var id = begun.text("recoveryId");
        var asked = wishes.insist(
                "ContactRecoveryStarted",
                202,
                Wish.post("/v1/recoveries/" + id + "/contacts", begun.text("handle"), Map.of()));
        var approve = "/v1/people/" + max.accountId + "/recoveries/" + id + "/approve";
        for (var contact : new Holder[] {ann, bea}) {
            var typed = Map.of("code", asked.text("voiceCode"));
            wishes.insist("ContactRecoveryApproved", 204, post(approve, contact, typed));
        }
        var veto = Wish.post("/v1/recoveries/" + id + "/veto", "", friends.veto(max, id));
        wishes.insist("AssistedRecoveryCancelled", 204, veto);
    }

    private String beginsAGroup() {
        return wishes.insist("GroupCreated", 201, post("/v1/groups", ann, Map.of("name", "The Others")))
                .text("groupId");
    }

    private void takesSomebodyIn() {
        var group = "/v1/groups/" + beginsAGroup();
        wishes.insist("GroupMemberInvited", 202, post(group + "/invitations", ann, Map.of("email", bea.email)));
        var invitation = friends.unseen(bea, "/v1/groups", "invitations", "invitationId");
        var accept = group + "/invitations/" + invitation + "/accept";
        wishes.insist("GroupMemberJoined", 204, post(accept, bea, Map.of()));
    }

    private void invites() {
        var stranger = Map.of("email", UUID.randomUUID() + "@example.org");
        wishes.insist("GroupMemberInvited", 202, post("/v1/groups/" + friends.group + "/invitations", ann, stranger));
    }

    private void helpsBackIn() {
        var group = "/v1/groups/" + friends.group;
        var begin = group + "/members/" + max.accountId + "/recoveries";
        var id = wishes.insist("GroupRecoveryBegun", 202, post(begin, ann, Map.of("reason", "lost the phone")))
                .text("recoveryId");
        var path = group + "/recoveries/" + id;
        wishes.insist("GroupRecoveryApproved", 204, post(path + "/approve", bea, Map.of()));
        wishes.insist("AssistedRecoveryCancelled", 204, Wish.delete(path, ann.access));
    }

    private static Wish post(String path, Holder by, Map<String, ?> body) {
        return Wish.post(path, by.access, body);
    }
}
