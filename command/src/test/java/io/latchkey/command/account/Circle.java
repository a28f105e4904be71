package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.ContactNamed;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A holder and the recovery contacts, whose mailboxes were proven long ago. */
final class Circle {

    static final Password CHOSEN = new Password("chosen at the very end");
    static final Duration QUARANTINE = Duration.ofDays(7);
    static final Duration WINDOW = Duration.ofHours(24);

    final World world;
    final Person ann;
    final List<ContactId> ids = new ArrayList<>();
    VoiceCode code = new VoiceCode("000000");

    Circle(World world) {
        this.world = world;
        ann = Family.someone(world);
    }

    static Actor by(Person person) {
        return Family.by(person);
    }

    Outcome name(Person invited) {
        return name(invited.id);
    }

    Outcome name(AccountId invited) {
        ids.add(new ContactId(world.newId()));
        Family.strong(ann);
        return world.send(new NameContact(ann.id, ann.session(), ids.getLast(), invited, new Label("a friend")));
    }

    Outcome accept(Person by, ContactId id) {
        return world.send(new AcceptContact(ann.id, by(by), id));
    }

    /** Somebody who was asked and accepted. */
    Person contact() {
        var bea = Family.someone(world);
        assertThat(name(bea)).isEqualTo(new Done());
        Family.strong(bea);
        assertThat(accept(bea, lastNamed())).isEqualTo(new Done());
        return bea;
    }

    /** The same, a week ago. */
    Person ripe() {
        var bea = contact();
        world.clock.pass(QUARANTINE);
        return bea;
    }

    ContactId lastNamed() {
        return new ContactId(world.last(ContactNamed.class).contactId());
    }

    ContactId idOf(Person contact) {
        return world.all()
                .filter(ContactNamed.class::isInstance)
                .map(ContactNamed.class::cast)
                .filter(named -> named.contactAccountId().equals(contact.id.value()))
                .map(named -> new ContactId(named.contactId()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Begun by address, as a stranger would, with the mailbox proven. */
    Outcome ask() {
        ann.startRecovery();
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null), ProofAccepted.class);
        return askNow();
    }

    Outcome askNow() {
        var outcome = world.send(new AskContacts(ann.recovery));
        if (outcome instanceof ContactsAsked asked) {
            code = new VoiceCode(asked.voiceCode());
        }
        return outcome;
    }

    Outcome approve(Person contact) {
        return approve(contact, code);
    }

    Outcome approve(Person contact, VoiceCode typed) {
        Family.strong(contact);
        return world.send(new ApproveContactRecovery(ann.id, by(contact), ann.recovery, typed));
    }

    VoiceCode wrong() {
        return new VoiceCode(code.digits().equals("111111") ? "222222" : "111111");
    }

    Outcome complete() {
        var wish = new CompleteContactRecovery(ann.id, ann.recovery, ann.digest(CHOSEN));
        var outcome = world.send(wish);
        if (outcome instanceof Recovered recovered) {
            ann.secretKey = new SecretKey(recovered.secretKey());
            ann.password = CHOSEN;
        }
        return outcome;
    }

    LinkToken veto() {
        var started = world.last(ContactRecoveryStarted.class);
        return new LinkToken(ann.open("AssistedRecovery/veto/" + started.recoveryId(), started.sealedVetoToken()));
    }

    Outcome stop(LinkToken token) {
        return world.send(new VetoAssistance(ann.id, ann.recovery, token));
    }
}
