package io.latchkey.command.account;

import static io.latchkey.value.Factor.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.EventClock;
import io.latchkey.command.*;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.event.SessionKind;
import io.latchkey.settings.PolicyFile;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of evidence is presented at every door; what opens is what the table says, and nothing else (NB-23). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = EventClock.OF_ALL, mode = ResourceAccessMode.READ)
class EvidenceTableTest {

    private static final Map<Set<Factor>, String> ALONE_ENOUGH = table();

    private static Map<Set<Factor>, String> table() {
        var table = new LinkedHashMap<Set<Factor>, String>();
        table.put(Set.of(PASSWORD, TOTP), "full session");
        table.put(Set.of(PASSWORD, BACKUP_CODE), "full session");
        table.put(
                Set.of(PASSWORD, EMAIL_CODE),
                "recovery session, reset after 72 hours, new credentials by an organizer");
        table.put(Set.of(EMAIL_CODE), "new credentials by two organizers, new credentials by two contacts");
        table.put(Set.of(RECOVERY_CODE, EMAIL_CODE), "new credentials");
        table.put(Set.of(PASSWORD, DEVICE_KEY), "recovery session, reset by device");
        return table;
    }

    /** The code that is read out is no evidence of whoever reads it: contacts give it. */
    static Stream<Set<Factor>> combinations() {
        var own = EnumSet.complementOf(EnumSet.of(VOICE_CODE)).toArray(Factor[]::new);
        return IntStream.range(0, 1 << own.length).mapToObj(bits -> {
            var some = EnumSet.noneOf(Factor.class);
            Stream.of(own).filter(factor -> (bits & 1 << factor.ordinal()) != 0).forEach(some::add);
            return some;
        });
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void opens_what_the_table_says(Set<Factor> evidence) {
        var expected = new TreeSet<String>();
        ALONE_ENOUGH.forEach((enough, opened) -> {
            if (evidence.containsAll(enough)) {
                expected.addAll(List.of(opened.split(", ")));
            }
        });
        assertThat(new Evidence(evidence).opened()).isEqualTo(expected);
    }

    /** The rule that is served is the rule that is kept. */
    @ParameterizedTest
    @MethodSource("combinations")
    void the_policy_says_the_same(Set<Factor> evidence) {
        var opened = new TreeSet<>(new Evidence(evidence).opened());
        var said = PolicyFile.read().ways().stream()
                .filter(rule -> rule.missing(evidence).isEmpty())
                .map(rule -> door(rule.way()));
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(opened.stream()
                        .filter(door -> !door.endsWith("session"))
                        .toList());
    }

    private static String door(Way way) {
        return switch (way) {
            case RECOVERY_CODE -> "new credentials";
            case DELAYED_RESET -> "reset after 72 hours";
            case DEVICE_RESET -> "reset by device";
            case ORGANIZER -> "new credentials by an organizer";
            case TWO_ORGANIZERS -> "new credentials by two organizers";
            case CONTACTS -> "new credentials by two contacts";
        };
    }

    /** Somebody with this much in hand; what is not in hand is guessed, and wrong. */
    static final class Evidence {

        private final Set<Factor> held;
        private final World world = new World();
        private final Set<String> opened = new TreeSet<>();
        private final DeviceId tablet = new DeviceId(world.newId());

        private final BiConsumer<Person, World> circumstance;

        Evidence(Set<Factor> held) {
            this(held, (person, world) -> {});
        }

        /** What happened to the account before somebody comes to its doors. */
        Evidence(Set<Factor> held, BiConsumer<Person, World> circumstance) {
            this.held = held;
            this.circumstance = circumstance;
        }

        Set<String> opened() {
            signIn(TOTP);
            signIn(BACKUP_CODE);
            signIn(EMAIL_CODE);
            recover();
            reset();
            resetByDevice();
            assist(true);
            assist(false);
            askContacts();
            return opened;
        }

        private Person someone() {
            var ann = new Person(world);
            ann.verifyMailbox();
            ann.signIn();
            ann.enroll();
            ann.confirm();
            ann.generateRecoveryCode();
            world.send(new ActivateRecoveryCode(ann.id, ann.session(), ann.recoveryCode), Done.class);
            world.send(
                    new BindDevice(ann.id, ann.session(), tablet, new Label("tablet"), signedBy("the tablet")),
                    DeviceIsTrusted.class);
            world.clock.pass(Duration.ofDays(8));
            circumstance.accept(ann, world);
            ann.password = held.contains(PASSWORD) ? Person.PASSWORD : new Password("a wrong password");
            ann.signIn();
            return ann;
        }

        private void signIn(Factor factor) {
            var ann = someone();
            world.send(new SendEmailCode(ann.id, ann.signIn));
            var outcome = world.send(
                    switch (factor) {
                        case TOTP -> new ProveTotp(ann.id, ann.signIn, held(TOTP) ? ann.code() : ann.wrongCode());
                        case BACKUP_CODE -> new ProveBackupCode(ann.id, ann.signIn, backupCode(ann));
                        default -> new ProveEmailCode(ann.id, ann.signIn, mailed() ? mail(ann.emailCode()) : none());
                    });
            if (outcome instanceof SignedIn in) {
                opened.add(in.grant().kind() == SessionKind.FULL ? "full session" : "recovery session");
            }
        }

        private boolean mailed() {
            return world.all().anyMatch(EmailCodeIssued.class::isInstance);
        }

        private void recover() {
            var ann = someone();
            ann.startRecovery();
            world.send(new ProveRecoveryCode(
                    ann.recovery, held(RECOVERY_CODE) ? ann.recoveryCode : RecoveryCode.random(world.random)));
            world.send(new ProveMailbox(ann.recovery, mail(ann.recoveryMail()), null));
            if (ann.recover(Person.PASSWORD) instanceof Recovered) {
                opened.add("new credentials");
            }
        }

        private void reset() {
            var ann = someone();
            var reset = ResetCase.of(ann);
            if (reset.request() instanceof ResetBegun) {
                world.send(new ProveResetMailbox(ann.id, reset.id, mail(reset.mail()), null));
            }
            reset.advance();
            world.clock.pass(World.WAITING.minusSeconds(1));
            reset.advance();
            assertThat(gone(ann)).as("taken off before its time").isFalse();
            world.clock.pass(Duration.ofSeconds(1));
            reset.advance();
            if (gone(ann)) {
                opened.add("reset after 72 hours");
            }
        }

        private void resetByDevice() {
            var ann = someone();
            world.send(new SignIn(ann.id, ann.newSignIn(), true, ann.digest(ann.password), null, tablet));
            var proof = signedBy(held(DEVICE_KEY) ? "the tablet" : "another device");
            if (world.send(new ResetSecondFactor(ann.id, ann.signIn, proof)) instanceof SignedIn in) {
                opened.add("reset by device");
                opened.add(in.grant().kind() == SessionKind.FULL ? "full session" : "recovery session");
            }
        }

        /** Whatever is proven, organizers consent: only one where the password is proven, too, and two otherwise. */
        private void assist(boolean withPassword) {
            var family = new Family(world);
            var bea = family.organizer();
            var max = family.member();
            circumstance.accept(max, world);
            var begun = family.begin(family.ann, max) instanceof RecoveryBegun;
            var token = begun && held(EMAIL_CODE) ? family.link(max) : LinkToken.random(world.random);
            var typed = max.digest(held(PASSWORD) ? max.password : new Password("a wrong password"));
            world.send(new ChooseCredentials(
                    max.id, family.recovery, token, withPassword ? typed : null, max.digest(Family.CHOSEN)));
            assertThat(family.complete(family.ann))
                    .as("completed before its time")
                    .isInstanceOf(Refused.class);
            world.clock.pass(Family.WINDOW);
            boolean alone = family.complete(family.ann) instanceof Done;
            if (withPassword && alone) {
                opened.add("new credentials by an organizer");
            }
            assertThat(alone && !withPassword)
                    .as("completed by one without the password")
                    .isFalse();
            family.approve(bea);
            if (!withPassword && family.complete(family.ann) instanceof Done) {
                opened.add("new credentials by two organizers");
            }
        }

        /** Whatever is proven, contacts approve: one is not enough, and two only after a day. */
        private void askContacts() {
            var circle = new Circle(world);
            var bea = circle.contact();
            var cid = circle.ripe();
            circumstance.accept(circle.ann, world);
            circle.ann.startRecovery();
            world.send(new ProveMailbox(circle.ann.recovery, mail(circle.ann.recoveryMail()), null));
            circle.askNow();
            circle.approve(bea);
            assertThat(circle.complete()).as("completed with one contact").isInstanceOf(Refused.class);
            circle.approve(cid);
            assertThat(circle.complete()).as("completed before its time").isInstanceOf(Refused.class);
            world.clock.pass(Circle.WINDOW);
            if (circle.complete() instanceof Recovered) {
                opened.add("new credentials by two contacts");
            }
        }

        private DeviceProof signedBy(String key) {
            return new DeviceProof(key, world.newId(), world.clock.instant());
        }

        private boolean gone(Person ann) {
            return world.all()
                    .anyMatch(event -> event instanceof SecondFactorsReset reset
                            && reset.accountId().equals(ann.id.value()));
        }

        private boolean held(Factor factor) {
            return held.contains(factor);
        }

        private BackupCodeDigest backupCode(Person ann) {
            return held(BACKUP_CODE)
                    ? Person.digest(ann.backupCodes.getFirst())
                    : new BackupCodeDigest(0, "digest of nothing");
        }

        private MailedCode mail(MailedCode right) {
            return held(EMAIL_CODE) ? right : none();
        }

        private static MailedCode none() {
            return new MailedCode("00000000");
        }
    }
}
