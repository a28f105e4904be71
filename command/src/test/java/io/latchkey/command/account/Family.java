package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.GroupMemberInvited;
import io.latchkey.value.*;
import java.time.Duration;

/** A group with one organizer; others come in as the tests ask for them. */
final class Family {

    static final Password CHOSEN = new Password("chosen by the member");
    static final Duration WINDOW = Duration.ofHours(24);

    final World world;
    final GroupId id;
    final Person ann;
    RecoveryId recovery;

    /** Ann's mailbox, and everybody's whom she asks in, was proven long ago. */
    Family(World world) {
        this.world = world;
        id = new GroupId(world.newId());
        recovery = new RecoveryId(world.newId());
        ann = strong(someone(world));
        assertThat(world.send(new CreateGroup(id, by(ann), new Label("The Examples"))))
                .isEqualTo(new Done());
    }

    static Person someone(World world) {
        var person = Person.withRecoveryCode(world);
        world.clock.pass(Duration.ofDays(8));
        return person;
    }

    static Person strong(Person person) {
        person.signInWithPhone();
        return person;
    }

    static Actor by(Person person) {
        return new Actor(person.id, person.session());
    }

    Person member() {
        var max = someone(world);
        strong(max);
        strong(ann);
        assertThat(world.send(invitation(max))).isEqualTo(new Done());
        assertThat(accept(max)).isEqualTo(new Done());
        return max;
    }

    Person organizer() {
        var bea = member();
        assertThat(promote(bea)).isEqualTo(new Done());
        return bea;
    }

    InviteMember invitation(Person invited) {
        return new InviteMember(id, by(ann), new InvitationId(world.newId()), invited.id);
    }

    Outcome accept(Person by) {
        return world.send(new AcceptInvitation(id, by(by), lastInvitation()));
    }

    InvitationId lastInvitation() {
        return new InvitationId(world.last(GroupMemberInvited.class).invitationId());
    }

    Outcome promote(Person person) {
        return world.send(new ChangeGroupRole(id, by(strong(ann)), person.id, GroupRole.ORGANIZER));
    }

    Outcome begin(Person organizer, Person member) {
        recovery = new RecoveryId(world.newId());
        return world.send(new BeginMemberRecovery(
                id, by(strong(organizer)), member.id, recovery, new Note("lost the phone on a train")));
    }

    Outcome approve(Person organizer) {
        return world.send(new ApproveMemberRecovery(id, by(strong(organizer)), recovery));
    }

    Outcome complete(Person organizer) {
        return world.send(new CompleteMemberRecovery(id, by(strong(organizer)), recovery));
    }

    /** With the password that is known still. */
    Outcome choose(Person member) {
        return choose(member, member.digest(member.password));
    }

    Outcome choose(Person member, PasswordDigest current) {
        var outcome =
                world.send(new ChooseCredentials(member.id, recovery, link(member), current, member.digest(CHOSEN)));
        if (outcome instanceof CredentialsChosen chosen) {
            member.secretKey = new SecretKey(chosen.secretKey());
        }
        return outcome;
    }

    LinkToken link(Person member) {
        return token(member, "link", started().sealedLinkToken());
    }

    LinkToken veto(Person member) {
        return token(member, "veto", started().sealedVetoToken());
    }

    private AssistedRecoveryStarted started() {
        return world.last(AssistedRecoveryStarted.class);
    }

    private static LinkToken token(Person member, String what, String sealed) {
        var started = member.world.last(AssistedRecoveryStarted.class).recoveryId();
        return new LinkToken(member.open("AssistedRecovery/" + what + "/" + started, sealed));
    }

    Outcome stop(Person member) {
        return world.send(new VetoAssistance(member.id, recovery, veto(member)));
    }
}
