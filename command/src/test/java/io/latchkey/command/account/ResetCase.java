package io.latchkey.command.account;

import io.latchkey.command.*;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.RecoveryId;
import java.time.Duration;

/** Somebody without a phone, on the screen of the second factor, with a reset of their own. */
final class ResetCase {

    final Person ann;
    final World world;
    RecoveryId id;

    static ResetCase of(Person ann) {
        return new ResetCase(ann);
    }

    private ResetCase(Person ann) {
        this.ann = ann;
        world = ann.world;
        id = new RecoveryId(world.newId());
    }

    /** With a mailbox that was proven long ago. */
    static ResetCase settled(World world) {
        var ann = Person.withRecoveryCode(world);
        world.clock.pass(Duration.ofDays(8));
        ann.signIn();
        return new ResetCase(ann);
    }

    static ResetCase waiting(World world) {
        var reset = settled(world);
        reset.request();
        reset.prove();
        return reset;
    }

    Outcome request() {
        id = new RecoveryId(world.newId());
        return world.send(new RequestReset(ann.id, ann.signIn, id));
    }

    Outcome prove() {
        return world.send(new ProveResetMailbox(ann.id, id, mail(), null));
    }

    MailedCode mail() {
        return new MailedCode(
                open("code", world.last(SecondFactorResetStarted.class).sealedCode()));
    }

    LinkToken link() {
        return new LinkToken(
                open("link", world.last(SecondFactorResetStarted.class).sealedLinkToken()));
    }

    LinkToken vetoToken() {
        return new LinkToken(
                open("veto", world.last(SecondFactorResetScheduled.class).sealedVetoToken()));
    }

    Outcome veto(LinkToken token) {
        return world.send(new VetoReset(ann.id, id, token));
    }

    NextDue advance() {
        return world.send(new AdvanceReset(ann.id, id), NextDue.class);
    }

    NextDue after(Duration time) {
        world.clock.pass(time);
        return advance();
    }

    private String open(String what, String sealed) {
        return ann.open("SecondFactorReset/" + what + "/" + id, sealed);
    }
}
