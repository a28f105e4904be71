package io.latchkey.command.account;

import io.latchkey.command.*;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.totp.Base32;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Somebody who does one thing after the other to one account, in no order that makes sense. */
final class LostWalk {

    private static final CaseNote NOTE = new CaseNote("somebody said so on the telephone");

    private final Random dice;
    private final World world;
    private final Person ann;
    private final List<AccountId> staff;
    private final DeviceId laptop;
    private int slot;

    LostWalk(World world, long seed) {
        this.world = world;
        dice = new Random(seed);
        ann = Person.withRecoveryCode(world);
        laptop = new DeviceId(world.newId());
        world.send(new TrustDevice(ann.id, ann.session(), laptop, new Label("laptop")));
        staff = List.of(ann.id, colleague(), colleague());
        world.clock.pass(Duration.ofDays(8));
    }

    private AccountId colleague() {
        var person = Person.protectedOne(world);
        world.send(new GrantRole(person.id, Role.SUPPORT, ann.id));
        return person.id;
    }

    void step() {
        switch (dice.nextInt(20)) {
            case 0, 1, 2 -> ann.signIn();
            case 3, 4 -> phone();
            case 5 -> keep(world.send(new ProveBackupCode(ann.id, ann.signIn, backupCode())));
            case 6 -> mailedCode();
            case 7 -> enrol();
            case 8 -> world.send(new SuspendAuthenticator(ann.id, ann.session(), ann.phone));
            case 9 -> world.send(new ResumeAuthenticator(ann.id, ann.session(), ann.phone));
            case 10 -> world.send(new ReportLoss(ann.id, ann.digest(ann.password), Set.of(Lost.values())));
            case 11 -> world.send(new ResumeDevice(ann.id, ann.session(), laptop));
            case 12 -> world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, laptop));
            case 13 -> freeze();
            case 14 -> world.send(new UnfreezeAccount(ann.id, ann.session()));
            case 15 -> world.send(new RequestUnfreezing(ann.id, anyOfStaff(), NOTE));
            case 16 -> world.send(new ApproveUnfreezing(ann.id, anyOfStaff(), anyOfStaff()));
            case 17 -> recover();
            case 18 -> reset();
            default ->
                world.clock.pass(
                        List.of(Duration.ofMinutes(1), Duration.ofDays(1)).get(dice.nextInt(2)));
        }
    }

    private AccountId anyOfStaff() {
        return staff.get(dice.nextInt(staff.size()));
    }

    private BackupCodeDigest backupCode() {
        return Person.digest(ann.backupCodes.get(slot++ % ann.backupCodes.size()));
    }

    private void phone() {
        ann.nextStep();
        keep(world.send(new ProveTotp(ann.id, ann.signIn, ann.code())));
    }

    private void mailedCode() {
        if (world.send(new SendEmailCode(ann.id, ann.signIn)) instanceof Done
                && world.last(EmailCodeIssued.class).accountId().equals(ann.id.value())) {
            keep(world.send(new ProveEmailCode(ann.id, ann.signIn, ann.emailCode())));
        }
    }

    private void enrol() {
        var id = new AuthenticatorId(world.newId());
        var begun = world.send(new EnrollTotp(ann.id, ann.session(), id, new Label("phone"), ann.algorithm, 6));
        if (begun instanceof TotpBegun shown) {
            ann.phone = id;
            ann.seed = Base32.decode(shown.secret());
            ann.confirm();
        }
    }

    private void freeze() {
        var told = Told.now(world).earlierBy(Duration.ofMinutes(dice.nextInt(3)));
        world.send(told.freezes(ann.id, world));
    }

    private void recover() {
        ann.startRecovery();
        world.send(new ProveRecoveryCode(ann.recovery, ann.recoveryCode));
        if (world.last(RecoveryStarted.class).recoveryId().equals(ann.recovery.value())) {
            world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
        }
        if (dice.nextBoolean()) {
            freeze();
        }
        ann.recover(Person.PASSWORD);
    }

    private void reset() {
        ann.signIn();
        var reset = ResetCase.of(ann);
        if (reset.request() instanceof ResetBegun begun && begun.recoveryId().equals(reset.id.value())) {
            reset.prove();
        }
        world.clock.pass(Duration.ofHours(dice.nextInt(100)));
        world.send(new AdvanceReset(ann.id, reset.id));
    }

    private void keep(Outcome outcome) {
        if (outcome instanceof SignedIn in) {
            ann.session = in.grant().sessionId();
        }
    }
}
